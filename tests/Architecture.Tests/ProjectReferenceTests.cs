namespace SocialAssistance.Architecture.Tests;

public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rules"] = [],
        ["Policies"] = ["Rules"],
        ["Assess"] = ["Rules", "Policies"],
        ["Contracts"] = ["Rules"],
        ["Platform"] = ["Rules"],
        ["Module"] = ["Rules", "Policies", "Contracts", "Platform"],
        ["Web"] = ["Platform", "Assess", "Module"],
    };

    [Fact]
    public void Every_project_references_only_what_its_layer_may()
    {
        var broken = from project in Solution.Projects
                     from reference in project.References
                     where !Allowed[project.Layer].Contains(reference)
                     select $"{project.Name} must not reference {reference}";

        Assert.Empty(broken);
    }

    [Fact]
    public void The_core_uses_no_package() =>
        Assert.Empty(Solution.Projects.Where(p => p.Layer is "Rules" or "Policies" or "Assess").SelectMany(p => p.Packages.Select(package => $"{p.Name} uses {package}")));

    [Fact]
    public void Contracts_know_nothing_but_the_mediator() =>
        Assert.All(Solution.Projects.Single(p => p.Layer == "Contracts").Packages, p => Assert.Equal("MediatR", p));

    [Fact]
    public void A_module_and_the_host_bring_no_package_of_their_own() =>
        Assert.Empty(Solution.Projects.Where(p => p.Layer is "Module" or "Web").SelectMany(p => p.Packages.Select(package => $"{p.Name} uses {package}")));
}
