using System.Linq.Expressions;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Decisions;

/// <summary>
/// Who confirms (审核确认): the township what the county delegated to it (委托下放), the county everything else
/// (民发〔2021〕57号, 民发〔2021〕43号). The same answer for decisions and for desks.
/// </summary>
internal sealed class Deciders(IDelegations delegations, IDivisions divisions, ICountySettings county, ICurrentUser user, TimeProvider time)
{
    private DelegatedKeys? _keys;

    /// <summary>The role that confirms this case, or a change of it, at this amount.</summary>
    public async Task<string> OfAsync(CaseFile file, decimal amount, CancellationToken cancellationToken) =>
        await FindAsync(file, amount, cancellationToken) is null ? Roles.CountyReviewer : Roles.TownshipLeader;

    /// <summary>Who signs what was decided on a day: the township by delegation, the county for itself.</summary>
    public async Task<string> IssuerAsync(CaseFile file, decimal amount, DateOnly day, CancellationToken cancellationToken)
    {
        var township = Division.TownshipOf(file.DivisionCode);
        return await delegations.FindAsync(township, file.Program, amount, day, cancellationToken) is null ? county.CountyName + "民政局" : divisions.Name(township) + "人民政府";
    }

    /// <summary>Null when the user is the one who confirms; else who is.</summary>
    /// <param name="file">The case.</param>
    /// <param name="amount">Yuan a month to be confirmed.</param>
    /// <param name="what">What is confirmed, e.g. 审核确认.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Refusal?> RefuseAsync(CaseFile file, decimal amount, string what, CancellationToken cancellationToken)
    {
        var delegation = await FindAsync(file, amount, cancellationToken);
        var township = divisions.Name(Division.TownshipOf(file.DivisionCode));
        var decider = delegation is null ? Roles.CountyReviewer : Roles.TownshipLeader;
        return (delegation, user.Roles.Contains(decider)) switch
        {
            (null, false) => new("not-delegated", $"县里没有把这户（每月 {Show.Money(amount)} 元）的{what}委托给{township}，由{Roles.Names[decider]}办理。需要补充调查的可以退回"),
            ({ } held, false) => new("delegated", $"这户的{what}已按{held.Source}委托给{township}，由{Roles.Names[decider]}办理"),
            _ => null,
        };
    }

    /// <summary>Cases waiting for a decision that is the user's, among those the permission table shows him.</summary>
    public async Task<Expression<Func<CaseFile, bool>>> CasesAsync(CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken);
        return (Decides(Roles.CountyReviewer), Decides(Roles.TownshipLeader)) switch
        {
            (true, true) => _ => true,
            (true, false) => keys.Leave<CaseFile>(c => c.DivisionCode, c => c.Program, c => c.MonthlyAmount ?? 0),
            _ => keys.Cover<CaseFile>(c => c.DivisionCode, c => c.Program, c => c.MonthlyAmount ?? 0),
        };
    }

    /// <summary>Changes waiting for a decision that is the user's.</summary>
    public async Task<Expression<Func<ChangeOfCase, bool>>> ChangesAsync(CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken);
        return (Decides(Roles.CountyReviewer), Decides(Roles.TownshipLeader)) switch
        {
            (true, false) => keys.Leave<ChangeOfCase>(c => c.Change.DivisionCode, c => c.File.Program, c => c.Change.TotalAfter ?? c.File.MonthlyAmount ?? 0),
            (false, true) => keys.Cover<ChangeOfCase>(c => c.Change.DivisionCode, c => c.File.Program, c => c.Change.TotalAfter ?? c.File.MonthlyAmount ?? 0),
            // Whoever only reads sees them all.
            _ => _ => true,
        };
    }

    private bool Decides(string role) => user.Roles.Contains(role);

    private Task<DelegationInForce?> FindAsync(CaseFile file, decimal amount, CancellationToken cancellationToken) =>
        delegations.FindAsync(Division.TownshipOf(file.DivisionCode), file.Program, amount, time.Today(), cancellationToken);

    private async Task<DelegatedKeys> KeysAsync(CancellationToken cancellationToken) => _keys ??= new(await delegations.InForceAsync(time.Today(), user.AreaPrefix, cancellationToken));
}

/// <summary>A change with its case.</summary>
internal sealed class ChangeOfCase
{
    public required BenefitChange Change { get; init; }

    public required CaseFile File { get; init; }
}
