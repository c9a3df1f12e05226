using FluentValidation;
using MediatR;

namespace SocialAssistance.Architecture.Tests;

public sealed class SliceShapeTests
{
    [Fact]
    public void Every_page_has_its_page_model_beside_it()
    {
        var alone = Solution.Files("*.cshtml", "src")
            .Where(view => File.ReadLines(view).FirstOrDefault()?.StartsWith("@page", StringComparison.Ordinal) == true && !File.Exists(view + ".cs"));

        Assert.Empty(alone.Select(Relative));
    }

    [Fact]
    public void Every_page_of_a_module_has_its_request_beside_it()
    {
        // A page that asks or does something names it in X.cs; a page that only shows the model of another slice may say so.
        var alone = from view in Solution.Files("*.cshtml", "src/Modules")
                    where File.ReadLines(view).FirstOrDefault()?.StartsWith("@page", StringComparison.Ordinal) == true
                    where !File.Exists(Path.ChangeExtension(view, ".cs"))
                    where !File.ReadAllText(view + ".cs").Contains("// No request of its own:", StringComparison.Ordinal)
                    select Relative(view);

        Assert.Empty(alone);
    }

    [Theory]
    [MemberData(nameof(Solution.Modules), MemberType = typeof(Solution))]
    public void Every_request_has_exactly_one_handler(string module)
    {
        var types = Solution.AssemblyOf(module).GetTypes();
        var handled = types.SelectMany(t => Arguments(t, typeof(IRequestHandler<,>))).ToLookup(t => t);

        Assert.Empty(types.Where(t => t is { IsAbstract: false } && Arguments(t, typeof(IRequest<>)).Any() && handled[t].Count() != 1).Select(t => $"{t} has {handled[t].Count()} handlers"));
    }

    [Theory]
    [MemberData(nameof(Solution.Modules), MemberType = typeof(Solution))]
    public void Every_command_has_exactly_one_validator(string module)
    {
        var types = Solution.AssemblyOf(module).GetTypes();
        var validated = types.Where(t => !t.IsAbstract).SelectMany(t => Arguments(t, typeof(IValidator<>))).ToLookup(t => t);

        Assert.Empty(types.Where(t => t.Name.EndsWith("Command", StringComparison.Ordinal) && Arguments(t, typeof(IRequest<>)).Any() && validated[t].Count() != 1)
            .Select(t => $"{t} has {validated[t].Count()} validators"));
    }

    [Fact]
    public void No_file_outgrows_four_hundred_lines()
    {
        var long400 = Solution.Files("*.cs").Concat(Solution.Files("*.cshtml")).Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 400);

        Assert.Empty(long400.Select(f => $"{Relative(f.File)}: {f.Lines}"));
    }

    private static IEnumerable<Type> Arguments(Type type, Type contract) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == contract).Select(i => contract == typeof(IRequest<>) ? type : i.GetGenericArguments()[0]);

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);
}
