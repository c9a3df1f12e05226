namespace SocialAssistance.Assess.Requests;

/// <summary>The stable names of section 1.2: clients compare them.</summary>
internal static class ErrorCode
{
    public const string InvalidEncoding = "invalid-encoding";
    public const string InvalidJson = "invalid-json";
    public const string InvalidRequest = "invalid-request";
    public const string MissingField = "missing-field";
    public const string UnknownField = "unknown-field";
    public const string UnknownKind = "unknown-kind";
    public const string UnknownPolicy = "unknown-policy";
    public const string UnknownParameter = "unknown-parameter";
    public const string WrongType = "wrong-type";
    public const string InvalidValue = "invalid-value";
    public const string NegativeAmount = "negative-amount";
    public const string InvalidDate = "invalid-date";
    public const string FutureBirth = "future-birth";
    public const string DuplicateId = "duplicate-id";
    public const string UnknownReference = "unknown-reference";
    public const string TooLong = "too-long";
    public const string TooLarge = "too-large";
    public const string Inconsistent = "inconsistent";
    public const string BandNotFound = "band-not-found";

    /// <summary>Not in the specification: a fault of the program, reported instead of stopping the run (RQ-04).</summary>
    public const string Internal = "internal-error";
}

/// <summary>Ends the reading of one request: what is wrong, and where (a JSON Pointer).</summary>
internal sealed class RequestException(string code, string path, string message) : Exception(message)
{
    public string Code { get; } = code;

    public string Path { get; } = path;
}
