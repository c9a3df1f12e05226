namespace SocialAssistance.Rules.Determinations;

/// <summary>
/// One line of the working, to be read aloud at the window: what was reckoned, with which numbers, what came out, and
/// on which sentence it rests.
/// </summary>
/// <param name="Label">What this line is about, in Chinese.</param>
/// <param name="Formula">The numbers as they were put together.</param>
/// <param name="Result">The outcome; a plain amount with two decimals where the line explains an entitlement.</param>
/// <param name="Source">Document number and article, <c>request parameters: key</c>, or a rule ID.</param>
/// <param name="Member">The person an entitlement line is for; null for the household.</param>
/// <param name="Benefit">The benefit an entitlement line is for.</param>
public sealed record Step(string Label, string Formula, string Result, string Source, string? Member = null, string? Benefit = null);
