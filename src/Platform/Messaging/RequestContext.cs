namespace SocialAssistance.Platform.Messaging;

/// <summary>What the pipeline knows about the running request besides the request itself.</summary>
public sealed class RequestContext
{
    /// <summary>Key of the form post, from the hidden field <c>__idem</c>; null outside a form.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Name of the running command, for the audit trail.</summary>
    public string? Command { get; set; }

    /// <summary>Reason of the running command, for the audit trail.</summary>
    public string? Reason { get; set; }
}

/// <summary>The same form post was carried out before; the page filter answers with the first answer's address.</summary>
public sealed class AlreadyDoneException(string key) : Exception("This form post was carried out before.")
{
    /// <summary>The idempotency key that was seen before.</summary>
    public string Key { get; } = key;
}
