using System.Reflection;
using System.Runtime.Loader;
using Xunit;
using Xunit.Sdk;

namespace SocialAssistance.Mutation;

/// <summary>
/// Runs the table-driven tests of the rules against a library of rules until one fails. Only facts and theories: the laws
/// over a hundred thousand random households take minutes, and what needs them is not proved by a case.
/// </summary>
internal static class TestPass
{
    public const int AllPassed = 0;
    public const int OneFailed = 10;
    private const string Tests = "SocialAssistance.Rules.Tests";

    // It measures allocation, which depends on how far the compiler has come, and not on what is right.
    private static readonly string[] LeftOut = ["BatchTests"];

    public static int Run(string folder, string rules)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = name.Name == Path.GetFileNameWithoutExtension(rules) ? rules : Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, Tests + ".dll"));
        var count = 0;

        // The case tables first: they see most.
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && !LeftOut.Contains(t.Name)).OrderBy(t => t.Name != "CaseTests"))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(IsTest))
            {
                foreach (var row in Rows(method))
                {
                    count++;
                    if (Fails(type, method, row))
                    {
                        Console.WriteLine(row.Length == 0 ? $"{type.Name}.{method.Name}" : $"{(type.Name == "CaseTests" ? "" : $"{method.Name} ")}{string.Join(", ", row)}");
                        return OneFailed;
                    }
                }
            }
        }

        Console.WriteLine($"{count} tests pass");
        return count > 0 ? AllPassed : 1;
    }

    private static bool IsTest(MethodInfo method) =>
        method.GetCustomAttribute<FactAttribute>() is { } fact && (fact.GetType() == typeof(FactAttribute) || fact.GetType() == typeof(TheoryAttribute));

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        var data = method.GetCustomAttributes<DataAttribute>().ToArray();
        return data.Length == 0 ? [[]] : data.SelectMany(d => d.GetData(method));
    }

    private static bool Fails(Type type, MethodInfo method, object?[] row)
    {
        try
        {
            var target = method.IsStatic ? null : Activator.CreateInstance(type);
            var arguments = Reflector.ConvertArguments(row, Array.ConvertAll(method.GetParameters(), p => p.ParameterType));
            if (method.Invoke(target, arguments) is Task task)
            {
                task.GetAwaiter().GetResult();
            }

            (target as IDisposable)?.Dispose();
            return false;
        }
#pragma warning disable CA1031 // Whatever a fault brings about, the test has seen it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }
}
