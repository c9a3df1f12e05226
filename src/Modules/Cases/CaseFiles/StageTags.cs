using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>The colour of each stage; the word always stands beside it.</summary>
internal static class StageTags
{
    public static TagMeaning Meaning(string stage) => stage switch
    {
        Stages.Supplement or Stages.Publicity => TagMeaning.Attention,
        Stages.Disputed => TagMeaning.Alert,
        Stages.InBenefit => TagMeaning.Good,
        Stages.Declined or Stages.Withdrawn or Stages.Ended => TagMeaning.Neutral,
        _ => TagMeaning.Progress,
    };
}
