namespace SocialAssistance.Rules.Standards;

/// <summary>
/// One row of the band table (分档表), yuan per person and month: a gap of at least <paramref name="GapFrom"/> and
/// below <paramref name="GapTo"/> (null: no end) is paid <paramref name="Amount"/>.
/// </summary>
public readonly record struct Band(decimal GapFrom, decimal? GapTo, decimal Amount)
{
    public bool Covers(decimal gap) => gap >= GapFrom && (GapTo is not { } end || gap < end);
}
