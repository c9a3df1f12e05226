using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Reviews;

/// <summary>Records that reviews found no obvious change (无明显变化): the amount stays, for one family or for several at once.</summary>
internal sealed record CompleteReviews(IReadOnlyList<Guid> Ids) : ICommand<string>;

internal sealed class CompleteReviewsHandler(CasesDb db, CaseDesk desk, ReviewCalendar calendar, ReviewedBenefits benefits, IAccess access, ICurrentUser user, TimeProvider time) : IRequestHandler<CompleteReviews, Result<string>>
{
    public async Task<Result<string>> Handle(CompleteReviews command, CancellationToken cancellationToken)
    {
        if (command.Ids.Count > DynamicQuery.PageSize)
        {
            return new Refusal("too-many", $"一次最多登记 {DynamicQuery.PageSize} 项核查，请按页办理");
        }

        var dues = await db.ReviewDues.AsNoTracking().Where(d => command.Ids.Contains(d.Id) && d.Kind != ReviewKinds.Hardship).OrderBy(d => d.DueOn).ToListAsync(cancellationToken);
        if (dues.Count == 0)
        {
            return new Refusal("nothing-chosen", "请勾选已核查、没有明显变化的家庭");
        }

        var cases = dues.Select(d => d.CaseId).Distinct().ToArray();
        var files = await db.CaseFiles.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        if (files.Values.FirstOrDefault(f => f.Stage != Stages.InBenefit || !access.Allows("cases.review", f.DivisionCode, f.Stage)) is { } other)
        {
            return new Refusal("not-allowed", $"{other.ApplicantName}户的核查由{access.WhoCan("cases.review", Stages.InBenefit)}办理");
        }

        foreach (var due in dues)
        {
            db.Add(new Review
            {
                Id = Guid.CreateVersion7(), CaseId = due.CaseId, Kind = due.Kind, PersonId = due.PersonId, DueOn = due.DueOn, Result = "no-change", DoneOn = desk.Today,
                DoneBy = user.Id!.Value, DoneByName = user.Name, DoneAt = time.GetUtcNow(),
            });
            desk.Tell(files[due.CaseId], "reviewed", $"{ReviewKinds.Names[due.Kind]}{(due.PersonName is { } name ? $"（{name}）" : "")}：没有明显变化，待遇不变");
        }

        await db.SaveChangesAsync(cancellationToken);
        await calendar.RefreshAsync(cases, cancellationToken);
        var waiting = await benefits.FollowAsync([.. dues.Where(d => d.Kind == ReviewKinds.Periodic).Select(d => files[d.CaseId]).Distinct()], cancellationToken);
        return $"已登记 {dues.Count} 项核查，没有明显变化，待遇不变，下次核查日期已顺延。"
            + (waiting > 0 ? $"其中 {waiting} 户按现行规定测算低于现在发放，待遇先不变；要调整的请登记变更并听取意见。" : "");
    }
}
