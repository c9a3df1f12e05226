using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Verification;

/// <summary>What the steps of the verification share: the current commission, its rows, the day it has to start by.</summary>
internal sealed class VerificationDesk(CasesDb db, ICountySettings county, IWorkingCalendar calendar)
{
    /// <summary>The newest commission of the case; null before the first.</summary>
    public Task<VerificationOrder?> OrderAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.VerificationOrders.Where(o => o.CaseId == caseId).OrderByDescending(o => o.Round).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Its rows in the order of the report: person by person, the household last.</summary>
    public async Task<IReadOnlyList<VerificationResult>> ResultsAsync(VerificationOrder order, CaseFacts facts, CancellationToken cancellationToken)
    {
        var rows = await db.VerificationResults.Where(r => r.OrderId == order.Id).ToListAsync(cancellationToken);
        var persons = facts.Members.Select((m, i) => (m.PersonId, i)).ToDictionary(p => p.PersonId, p => p.i);
        return [.. rows.OrderBy(r => VerificationItems.Of(r.Item).OfHousehold).ThenBy(r => persons.GetValueOrDefault(r.PersonId, int.MaxValue)).ThenBy(r => VerificationItems.Order(r.Item))];
    }

    /// <summary>Last day to start the check, with its article (民发〔2021〕57号 第十七条).</summary>
    public (DateOnly Day, string Source) StartBy(DateOnly acceptedOn)
    {
        var limit = county.Number(ParameterCatalogue.Deadline.StartVerification, acceptedOn);
        return (calendar.Add(acceptedOn, limit.Value), limit.Source);
    }

    /// <summary>The rows a commission opens for this person, with what was declared; income and property only where the programme asks for <paramref name="means"/>.</summary>
    public static IEnumerable<VerificationResult> RowsFor(VerificationOrder order, CaseFacts facts, MemberFacts member, bool means) =>
        VerificationItems.All
            .Where(i => means || !i.HasValue)
            .Where(i => i.Who == "everyone" || (i.Who == "adults" && IsAdult(member, order.CommissionedOn)) || (i.OfHousehold && member.PersonId == facts.Members[0].PersonId))
            .Select(i => new VerificationResult
            {
                Id = Guid.CreateVersion7(), CaseId = order.CaseId, OrderId = order.Id, PersonId = member.PersonId, PersonName = i.OfHousehold ? "全家" : member.Name, Item = i.Code,
                Declared = i.HasValue ? FactChange.Current(facts, i.Target, member.PersonId) : null,
            });

    /// <summary>Eighteen on that day (成年人): gives consent and is asked about work and pension.</summary>
    public static bool IsAdult(MemberFacts member, DateOnly day) => Ages.On(member.BirthDate, day) >= 18;

    /// <summary>Income nobody has found out yet, in words: 王建国的工资性收入.</summary>
    public static IReadOnlyList<string> UnknownIncome(CaseFacts facts) =>
        [.. facts.Members.SelectMany(m => m.Income.Where(i => i.Amount is null).Select(i => $"{m.Name}的{CaseVocabulary.IncomeTypes[i.Type]}")).Distinct()];
}
