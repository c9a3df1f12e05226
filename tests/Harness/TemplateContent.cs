namespace SocialAssistance.Harness;

/// <summary>What every test finds in its database besides the tables.</summary>
internal static class TemplateContent
{
    public static Task FillAsync(IServiceProvider services) => Task.CompletedTask;
}
