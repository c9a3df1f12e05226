namespace SocialAssistance.Cases.Steps;

/// <summary>Where a stored file is handed out.</summary>
internal static class FileLinks
{
    public static string Of(Guid fileId) => $"/cases/files/{fileId}";
}
