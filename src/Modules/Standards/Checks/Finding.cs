namespace SocialAssistance.Standards.Checks;

/// <summary>What a check found. <paramref name="Blocks"/>: must be mended first; otherwise it needs a reason and the second person's consent.</summary>
internal sealed record Finding(string Code, bool Blocks, string Text);

/// <summary>A golden case calculated with the version applied.</summary>
/// <param name="Case">The case.</param>
/// <param name="Day">Day of the figures used.</param>
/// <param name="Expected">What it should give.</param>
/// <param name="ExpectedSource">Where that is printed.</param>
/// <param name="Run">What it gives.</param>
internal sealed record GoldenResult(Policies.GoldenCase Case, DateOnly Day, string Expected, string ExpectedSource, GoldenRun Run)
{
    public bool Agrees => Expected == Run.Result;
}

/// <summary>Everything the checks say about a version.</summary>
internal sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<GoldenResult> Golden)
{
    public IReadOnlyList<Finding> Blocks => [.. Findings.Where(f => f.Blocks)];

    public IReadOnlyList<Finding> Warnings => [.. Findings.Where(f => !f.Blocks)];
}
