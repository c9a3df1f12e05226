using System.Reflection;
using System.Xml.Linq;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Architecture.Tests;

internal sealed record Project(string Name, string Folder, string Layer, IReadOnlyList<string> References, IReadOnlyList<string> Packages);

/// <summary>The solution as it lies on disk and as it was built. What is new is found, never listed.</summary>
internal static class Solution
{
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static TheoryData<string> Modules =>
        [.. Projects.Where(p => p.Layer == "Module" && Files("*.cs", Path.GetRelativePath(Repository.Root, p.Folder)).Any()).Select(p => p.Name)];

    public static TheoryData<string> SchemaOwners => [.. ModuleRegistration.Migrations.Select(m => m.Schema)];

    public static Assembly AssemblyOf(string project) => Assembly.Load($"SocialAssistance.{project}");

    /// <summary>Files below src and tests that people wrote.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] below) => (below.Length == 0 ? ["src", "tests"] : below)
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static Project Read(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var name = Path.GetFileNameWithoutExtension(file);
        var isModule = Path.GetFileName(Path.GetDirectoryName(folder)) == "Modules";
        // A module inherits the references of src/Modules/Directory.Build.props.
        XDocument[] documents = isModule ? [XDocument.Load(file), XDocument.Load(Repository.PathOf("src", "Modules", "Directory.Build.props"))] : [XDocument.Load(file)];
        string[] Includes(string element) => [.. documents.Descendants(element).Select(e => e.Attribute("Include")!.Value)];
        return new(name, folder, isModule ? "Module" : name,
            [.. Includes("ProjectReference").Select(i => i.Replace('\\', '/')).Select(i => i.Contains("Modules/*", StringComparison.Ordinal) ? "Module" : Path.GetFileNameWithoutExtension(i))],
            Includes("PackageReference"));
    }
}
