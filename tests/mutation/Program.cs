using System.Globalization;
using SocialAssistance.Mutation;

if (args is ["trial", var tests, var rules])
{
    return TestPass.Run(tests, rules);
}

var only = args.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault();
var jobs = args.SkipWhile(a => a != "--jobs").Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault(Environment.ProcessorCount);
try
{
    var mutants = MutantFile.Read(Repository.Path("tests/mutation/mutants.txt"))
        .Where(m => only is null || m.File.Contains(only, StringComparison.Ordinal) || m.Fault.Contains(only, StringComparison.Ordinal))
        .ToArray();
    var report = await MutationRun.RunAsync(mutants, jobs);
    Console.Write(report.ToText());
    if (args.Contains("--write"))
    {
        File.WriteAllText(Repository.Path("docs/mutation.md"), report.ToPage());
    }

    return report.IsGood ? 0 : 1;
}
catch (MutationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
