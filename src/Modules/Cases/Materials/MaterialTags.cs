using System.Globalization;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Materials;

/// <summary>How the state and size of a paper are shown.</summary>
internal static class MaterialTags
{
    public static TagMeaning Meaning(string status) => status switch
    {
        MaterialStatus.Received => TagMeaning.Good,
        MaterialStatus.Missing => TagMeaning.Attention,
        _ => TagMeaning.Neutral,
    };

    public static string Size(int bytes) => bytes >= 1048576 ? $"{(bytes / 1048576m).ToString("0.0", CultureInfo.InvariantCulture)} MB" : $"{Math.Max(1, bytes / 1024)} KB";
}
