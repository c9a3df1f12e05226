using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <summary>A figure of the county's own layer: a published row, or a line of a draft that is tried out.</summary>
/// <param name="Division">Six-digit code of the county.</param>
/// <param name="Parameter">The key.</param>
/// <param name="Area">Only for this area; null: the key does not differ by area.</param>
/// <param name="Value">As packs spell it; null while it is not announced.</param>
/// <param name="State">One of <see cref="FigureStates"/>.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null is open.</param>
/// <param name="Source">Document, article and quote, with the version as remark.</param>
/// <param name="VersionId">The version that stated it.</param>
/// <param name="VersionNumber">Its number.</param>
/// <param name="KnownFrom">The moment from which the county knew it.</param>
/// <param name="KnownTo">The moment a successor replaced it; null is still known.</param>
internal sealed record LocalFigure(
    string Division, Parameter Parameter, Area? Area, string? Value, string State, DateOnly From, DateOnly? To, Citation Source, Guid VersionId, int VersionNumber,
    DateTimeOffset KnownFrom, DateTimeOffset? KnownTo = null)
{
    public bool Overlaps(LocalFigure other) =>
        Parameter == other.Parameter && Area == other.Area && (To is not { } end || other.From <= end) && (other.To is not { } otherEnd || From <= otherEnd);

    public bool IsKnownAt(DateTimeOffset moment) => KnownFrom <= moment && (KnownTo is not { } until || moment < until);

    public object? Read() => Value is null ? null : FigureText.Read(Parameter, Value);

    /// <summary>How the version is named in the source of a step.</summary>
    public static string Remark(int number) => $"标准版本 {number}";
}
