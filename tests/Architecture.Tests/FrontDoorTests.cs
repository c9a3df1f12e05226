using Microsoft.AspNetCore.Mvc.Razor;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Architecture.Tests;

public sealed class FrontDoorTests
{
    [Theory]
    [MemberData(nameof(Solution.Modules), MemberType = typeof(Solution))]
    public void A_module_shows_nothing_but_its_front_door(string module)
    {
        // Razor makes the class of a view public when its model is; nobody can do anything with that class but draw it.
        var shown = Solution.AssemblyOf(module).GetExportedTypes().Where(t => !t.IsSubclassOf(typeof(RazorPageBase))).Select(t => t.Name);

        Assert.Equal([$"{module}Module"], shown);
    }

    [Theory]
    [MemberData(nameof(Solution.Modules), MemberType = typeof(Solution))]
    public void A_module_owns_a_schema_of_its_name(string module)
    {
        var door = Assert.Single(ModuleRegistration.Modules, m => m.GetType().Name == $"{module}Module");

        Assert.Equal(string.Concat(module.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")), door.Schema);
    }
}
