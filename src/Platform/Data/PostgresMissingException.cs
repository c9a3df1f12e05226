namespace SocialAssistance.Platform.Data;

/// <summary>No database can be had; the message is one sentence that names what is missing and its cure.</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
