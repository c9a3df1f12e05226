using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SocialAssistance.Mutation;

/// <summary>Compiles the rules with one fault in them, from copies of the sources in memory.</summary>
internal sealed class RulesCompiler
{
    private const string Name = "SocialAssistance.Rules";

    // What the build adds to the sources of a project.
    private const string Generated = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    private readonly CSharpCompilation _sound;
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    public RulesCompiler()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Rules, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.Rules, path).Replace('\\', '/');
            if (!relative.StartsWith("obj/", StringComparison.Ordinal) && !relative.StartsWith("bin/", StringComparison.Ordinal))
            {
                _trees[relative] = CSharpSyntaxTree.ParseText(File.ReadAllText(path), Language, relative);
            }
        }

        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable);
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.EnumerateFiles(framework, "System*.dll").Append(Path.Combine(framework, "netstandard.dll"))
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path));
        _sound = CSharpCompilation.Create(Name, [.. _trees.Values, CSharpSyntaxTree.ParseText(Generated, Language)], references, options);
    }

    /// <summary>Writes the sound rules, or those with the fault, below a folder of their own; returns the library.</summary>
    public string Compile(Mutant? mutant, string folder)
    {
        var compilation = mutant is null ? _sound : Planted(mutant);
        Directory.CreateDirectory(folder);
        var library = Path.Combine(folder, Name + ".dll");
        var outcome = compilation.Emit(library);
        return outcome.Success
            ? library
            : throw new MutationException($"{mutant?.File ?? "The rules"}: \"{mutant?.Fault}\" does not compile: {outcome.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
    }

    private CSharpCompilation Planted(Mutant mutant)
    {
        if (!_trees.TryGetValue(mutant.File, out var tree))
        {
            throw new MutationException($"{mutant.File} is not there for \"{mutant.Fault}\".");
        }

        var text = tree.GetText().ToString();
        var at = text.IndexOf(mutant.Find, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(mutant.Find, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new MutationException($"{mutant.File}: the text of \"{mutant.Fault}\" must be there exactly once: {mutant.Find}");
        }

        var planted = string.Concat(text.AsSpan(0, at), mutant.Plant, text.AsSpan(at + mutant.Find.Length));
        return _sound.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(planted)));
    }

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new System.Reflection.PortableExecutable.PEReader(file);
        return reader.HasMetadata;
    }
}
