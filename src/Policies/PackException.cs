namespace SocialAssistance.Policies;

/// <summary>
/// A pack that may not be used. The message names the file, the place and the cure, because the person who reads it
/// typed the figure and is not a programmer.
/// </summary>
public sealed class PackException(string file, string place, string problem, string cure)
    : Exception($"{file}: {place}: {problem} {cure}")
{
    public string File { get; } = file;

    /// <summary>The parameter key, or the part of the file.</summary>
    public string Place { get; } = place;

    public string Problem { get; } = problem;

    public string Cure { get; } = cure;
}
