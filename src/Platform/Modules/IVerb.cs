namespace SocialAssistance.Platform.Modules;

/// <summary>A verb of the program's command line, e.g. <c>demo --households 30000 --seed 1</c>; runs after migration, without the web server.</summary>
public interface IVerb
{
    /// <summary>First word of the command line.</summary>
    string Name { get; }

    /// <summary>Runs and returns the exit status; writes one sentence with its cure when something is wrong.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
