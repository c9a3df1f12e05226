namespace SocialAssistance.Rules.Determinations;

/// <summary>
/// Records how a result came about. It is a type parameter of every calculation, so explaining one case and running
/// through a million are the same code; guard the making of texts with <c>if (TWorking.Explains)</c>, which the
/// compiler removes for <see cref="NoWorking"/>.
/// </summary>
public interface IWorking
{
    /// <summary>False: nothing is recorded, and no text may be built.</summary>
    static abstract bool Explains { get; }

    void Write(Step step);
}

/// <summary>The sheet a calculation is written on, line by line.</summary>
public readonly struct Worksheet() : IWorking
{
    private readonly List<Step> _steps = [];

    public static bool Explains => true;

    /// <summary>The lines so far, in the order of reckoning.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    public void Write(Step step) => _steps.Add(step);
}

/// <summary>Writes nothing and costs nothing: for runs over many households.</summary>
public readonly struct NoWorking : IWorking
{
    public static bool Explains => false;

    public void Write(Step step)
    {
    }
}
