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
    public void A_page_model_may_read_but_leaves_every_change_to_a_command()
    {
        // A change outside a command would miss validation, the transaction, the audit and the one-time key.
        string[] changes = ["SaveChanges", "ExecuteUpdate", "ExecuteDelete"];
        var changing = from model in Solution.Files("*.cshtml.cs", "src/Modules")
                       let text = File.ReadAllText(model)
                       where changes.Any(change => text.Contains(change, StringComparison.Ordinal))
                       select Relative(model);

        Assert.Empty(changing);
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
