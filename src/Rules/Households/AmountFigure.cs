using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Households;

/// <summary>A published amount in whole fen with its figure, or the key that has none.</summary>
internal readonly struct AmountFigure(Parameter<decimal> parameter, Figure<decimal>? figure)
{
    public readonly long Fen = figure is null ? 0 : (long)(figure.Value * 100m);

    /// <summary>The source as steps show it; put into words once for all households of the month.</summary>
    public readonly string Cited = figure?.Cited ?? "";

    public string Key => parameter.Key;

    public string Name => parameter.Name;

    public Figure<decimal>? Figure => figure;

    public bool IsSet => figure is not null;
}
