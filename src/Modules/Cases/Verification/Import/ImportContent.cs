namespace SocialAssistance.Cases.Verification.Import;

/// <summary>A file of results as it was read: answers ready to enter, or what has to be mended first.</summary>
internal sealed record ImportContent(IReadOnlyList<ImportedResult> Results, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>All or nothing: one row that cannot be entered keeps the whole file out.</summary>
    public bool CanEnter => Problems.Count == 0 && Results.Count > 0;
}

/// <summary>An answer for one row of the commission.</summary>
internal sealed record ImportedResult(int Line, Guid ResultId, string PersonName, string Item, string Outcome, decimal? Verified, string? Note);

/// <summary>What is wrong in which cell, what was read there, and how to mend it.</summary>
internal sealed record ImportProblem(int Line, string Column, string AsRead, string Remedy);

/// <summary>One line of the file as text.</summary>
internal sealed record ImportLine(int Line, string IdNumber, string Item, string Value, string Unit, string Note)
{
    public static IReadOnlyList<string> Columns { get; } = ["身份证号", "项目", "核对值", "单位", "说明"];

    public bool IsBlank => IdNumber.Length + Item.Length + Value.Length + Unit.Length + Note.Length == 0;
}
