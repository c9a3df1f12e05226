using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SocialAssistance.Architecture.Tests;

/// <summary>The core gives the same answer for the same facts, today and in ten years, here and on any machine.</summary>
public sealed class PurityTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.", "System.Net.", "System.Threading.Tasks.", "System.Threading.Thread", "System.Threading.Timer", "System.Random", "System.TimeProvider",
        "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Environment.GetEnvironmentVariable", "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64", "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Globalization.CultureInfo..ctor", "System.Globalization.CultureInfo.GetCultureInfo",
    ];

    private static readonly Type[] Inexact = [typeof(double), typeof(float), typeof(Half)];

    [Fact]
    public void The_rules_touch_no_clock_no_chance_no_file_and_no_culture()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "SocialAssistance.Rules.dll")));
        var reader = file.GetMetadataReader();
        var types = reader.TypeReferences.Select(h => Name(reader, reader.GetTypeReference(h))).ToArray();
        var members = reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{Name(reader, reader.GetTypeReference((TypeReferenceHandle)m.Parent))}.{reader.GetString(m.Name)}");

        Assert.Empty(types.Where(t => ForbiddenTypes.Any(f => t.StartsWith(f, StringComparison.Ordinal))).Concat(members.Intersect(ForbiddenMembers)));
    }

    [Fact]
    public void The_rules_never_reckon_with_floating_point()
    {
        var found = from type in Solution.AssemblyOf("Rules").GetTypes()
                    from used in Fields(type).Concat(Methods(type))
                    where Contains(used.Type)
                    select used.Where;

        Assert.Empty(found);
    }

    private static IEnumerable<(string Where, Type Type)> Fields(Type type) => type.GetFields(Everything).Select(f => ($"{type}.{f.Name}", f.FieldType));

    private static IEnumerable<(string Where, Type Type)> Methods(Type type) =>
        from method in type.GetMembers(Everything).OfType<MethodBase>()
        from used in method.GetParameters().Select(p => p.ParameterType)
            .Concat(method is MethodInfo m ? [m.ReturnType] : Array.Empty<Type>())
            .Concat(method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [])
        select ($"{type}.{method.Name}", used);

    private static bool Contains(Type type) =>
        Inexact.Contains(type) || (type.HasElementType && Contains(type.GetElementType()!)) || (type.IsGenericType && type.GetGenericArguments().Any(Contains));

    private static string Name(MetadataReader reader, TypeReference type) => type.ResolutionScope.Kind == HandleKind.TypeReference
        ? $"{Name(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{reader.GetString(type.Name)}"
        : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
}
