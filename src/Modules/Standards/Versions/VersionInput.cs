namespace SocialAssistance.Standards.Versions;

/// <summary>What is typed on the edit page of a version.</summary>
internal sealed class VersionInput
{
    public int RowVersion { get; set; }

    public string? Title { get; set; }

    public Guid? DocumentId { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public DateOnly? CompleteBy { get; set; }

    public string? Notes { get; set; }

    public Guidance Guidance { get; set; } = new();

    public List<ValueRow> Rows { get; set; } = [];

    public static VersionInput Of(StandardVersion version) => new()
    {
        RowVersion = version.RowVersion, Title = version.Title, DocumentId = version.DocumentId, EffectiveOn = version.EffectiveOn, CompleteBy = version.CompleteBy, Notes = version.Notes, Guidance = version.Guidance ?? new(),
    };
}

/// <summary>One figure as typed. What is left out is taken from the version's own document and day.</summary>
internal sealed class ValueRow
{
    /// <summary>The stored line; null for a new one.</summary>
    public Guid? LineId { get; set; }

    public string Key { get; set; } = "";

    public string Area { get; set; } = AreaWords.All;

    public string? Text { get; set; }

    public List<string> Words { get; set; } = [];

    /// <summary>Empty: stated. Otherwise what to do until the figure is announced.</summary>
    public string? Pending { get; set; }

    public string? Article { get; set; }

    public string? Quote { get; set; }

    public Guid? DocumentId { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public bool IsEmpty => TypedValue.IsEmpty(Text, Words) && string.IsNullOrEmpty(Pending);
}
