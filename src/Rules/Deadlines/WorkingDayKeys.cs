using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>Which published number of working days a rule counts.</summary>
internal static class WorkingDayKeys
{
    public static Parameter<int> Of(DeadlineRule rule, DeadlineFacts facts, Inquiry inquiry) => rule switch
    {
        DeadlineRule.StartSurvey => ParameterCatalogue.Deadline.StartSurvey,
        DeadlineRule.StartVerification => ParameterCatalogue.Deadline.StartVerification,
        DeadlineRule.CountyDecision => ParameterCatalogue.Deadline.CountyDecision,
        DeadlineRule.RefusalNotice => ParameterCatalogue.Deadline.RefusalNotice,
        DeadlineRule.ExtremePovertySurvey => ParameterCatalogue.Deadline.ExtremePovertySurvey,
        DeadlineRule.ExtremePovertyDecision => ParameterCatalogue.Deadline.ExtremePovertyDecision,
        DeadlineRule.SelfCareReassessment => ParameterCatalogue.Deadline.SelfCareReassessment,
        DeadlineRule.ObjectionReinvestigation => ParameterCatalogue.Deadline.ObjectionReinvestigation,
        DeadlineRule.SubsidyPush => ParameterCatalogue.Deadline.SubsidyPush,
        DeadlineRule.SubsidyDecision => ParameterCatalogue.Deadline.SubsidyDecision,
        DeadlineRule.HardshipRecognition => facts.Special ? ParameterCatalogue.Deadline.HardshipRecognitionSpecial : ParameterCatalogue.Deadline.HardshipRecognition,
        DeadlineRule.Confirmation => Confirmation(facts, inquiry),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "This rule does not count published working days."),
    };

    /// <summary>D-54: special circumstances precede the local limit, and that the delegated one.</summary>
    private static Parameter<int> Confirmation(DeadlineFacts facts, Inquiry inquiry)
    {
        if (facts.Special)
        {
            return ParameterCatalogue.Deadline.ConfirmationSpecial;
        }

        if (inquiry.Find(ParameterCatalogue.Deadline.ConfirmationLocal) is not null)
        {
            return ParameterCatalogue.Deadline.ConfirmationLocal;
        }

        var delegated = facts.Delegated ?? inquiry.Lists(Approval.DelegatedProgrammes, Category.MinimumLivingAllowance);
        return delegated && inquiry.Find(ParameterCatalogue.Deadline.ConfirmationDelegated) is not null
            ? ParameterCatalogue.Deadline.ConfirmationDelegated
            : ParameterCatalogue.Deadline.Confirmation;
    }
}
