using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Tests.Households;

public sealed class BatchTests
{
    [Fact]
    public void A_batch_allocates_nothing_however_many_households_it_determines()
    {
        var samples = Enumerable.Range(0, 2_000).Select(Sample.From).ToArray();
        var batch = new HouseholdMonthBatch();
        Run(); // Figures are looked up, code is compiled and lists have grown.

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            foreach (var sample in samples)
            {
                batch.Determine(sample.Request, sample.Figures);
            }
        }
    }
}
