using System.Reflection;
using System.Runtime.CompilerServices;

namespace SocialAssistance.Architecture.Tests;

/// <summary>A value of the core, once made, stays what it is.</summary>
public sealed class ImmutabilityTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Rules")]
    [InlineData("Contracts")]
    public void No_public_property_can_be_set_after_construction(string project)
    {
        var settable = from type in Solution.AssemblyOf(project).GetExportedTypes()
                       from property in type.GetProperties(Declared)
                       where property.SetMethod is { IsPublic: true } set
                           && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                       select $"{type}.{property.Name}";

        Assert.Empty(settable);
    }

    [Fact]
    public void No_public_field_of_the_rules_can_be_written()
    {
        var writable = from type in Solution.AssemblyOf("Rules").GetExportedTypes()
                       from field in type.GetFields(Declared)
                       where field is { IsPublic: true, IsInitOnly: false, IsLiteral: false, IsSpecialName: false }
                       select $"{type}.{field.Name}";

        Assert.Empty(writable);
    }

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["SocialAssistance.Rules.Standards.Parameter._declared"] = "numbers the figures in the order in which the catalogue declares them, once, when it is first touched",
        ["SocialAssistance.Rules.Households.HouseholdMonth._bench"] = "scratch space of one thread, emptied for each household, so that a batch allocates nothing",
    };

    [Fact]
    public void The_rules_keep_no_state_between_two_questions()
    {
        var state = from type in Solution.AssemblyOf("Rules").GetTypes()
                    where !type.IsDefined(typeof(CompilerGeneratedAttribute), false)
                    from field in type.GetFields(Declared)
                    where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute), false)
                    select $"{type}.{field.Name}";

        Assert.Empty(state.Except(Exempt.Keys));
    }
}
