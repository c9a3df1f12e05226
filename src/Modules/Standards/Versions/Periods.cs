using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Standards.Versions;

/// <summary>Periods as the screens say them.</summary>
internal static class Periods
{
    public static string Of(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "一直有效",
        ({ } start, null) => $"{Show.Date(start)} 起",
        (null, { } end) => $"至 {Show.Date(end)}",
        ({ } start, { } end) => $"{Show.Date(start)} 至 {Show.Date(end)}",
    };
}
