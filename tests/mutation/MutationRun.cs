namespace SocialAssistance.Mutation;

/// <summary>Plants every fault and asks the tests; first of all the sound rules must pass.</summary>
internal static class MutationRun
{
    public static async Task<MutationReport> RunAsync(IReadOnlyList<Mutant> mutants, int jobs)
    {
        var folder = Directory.CreateTempSubdirectory("mutation").FullName;
        try
        {
            var compiler = new RulesCompiler();

            // All are compiled before any is tested: a fault that cannot be planted must not hide behind an hour of tests.
            var libraries = mutants.Select((mutant, i) => compiler.Compile(mutant, Path.Combine(folder, $"{i}"))).ToArray();
            var sound = await Trial.RunAsync(compiler.Compile(null, Path.Combine(folder, "sound")));
            if (sound.IsKilled)
            {
                throw new MutationException($"The tests fail without any fault: {sound.Words}");
            }

            var verdicts = new Verdict[mutants.Count];
            await Parallel.ForAsync(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, async (i, _) =>
            {
                verdicts[i] = await Trial.RunAsync(libraries[i]);
                Console.Error.WriteLine($"{(verdicts[i].IsKilled ? "killed  " : "SURVIVED")} {mutants[i].File}: {mutants[i].Fault} ({verdicts[i].Words})");
            });
            return new(mutants, verdicts, sound.Words);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
