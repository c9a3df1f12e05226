using MediatR;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>受理 3: income, outgoings, property and the account, with the meter beside.</summary>
[Allow("cases.intake")]
internal sealed class EconomyPageModel(DraftDesk desk, IMediator mediator, IAuditTrail audit, TimeProvider time) : DraftPage<EconomyForm>(desk, mediator, audit)
{
    public override IntakeStep Step => IntakeStep.Economy;

    public MeterView Meter => MeterView.Of(Desk, View, View.Data, time);

    public bool AsksMeans => Desk.Profile(View.Draft.Program).Asks.HasFlag(ProgramFacts.Means);

    public bool HasMeans => Input.Income.Any(i => !i.IsBlank) || Input.Outgoings.Any(o => !o.IsBlank) || ShowsProperty;

    public bool ShowsProperty => Input.Property.Any(p => !string.IsNullOrWhiteSpace(p.Value + p.Note)) || ModelState.Keys.Any(k => k.StartsWith("Input.Property[", StringComparison.Ordinal));

    protected override bool ApplyRowButtons()
    {
        var applied = this.ApplyRows("Input.Income", Input.Income) || this.ApplyRows("Input.Outgoings", Input.Outgoings);
        return applied;
    }

    protected override EconomyForm Fresh(DraftView view)
    {
        var stored = view.Data.Economy;
        return new()
        {
            Income = stored.Income, Outgoings = stored.Outgoings, NoProperty = stored.NoProperty, PropertyLimit = stored.PropertyLimit,
            PayeeMember = stored.PayeeMember, Bank = stored.Bank, Account = stored.Account,
            Property = [.. CaseVocabulary.PropertyKinds.Keys.Select(kind => stored.Property.FirstOrDefault(p => p.Kind == kind) ?? new PropertyForm { Kind = kind })],
        };
    }
}
