using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Standards;

public sealed class RatioAndChoicesTests
{
    [Theory]
    [InlineData(1, 3, "1/3")]
    [InlineData(2, 6, "1/3")]
    [InlineData(300_000, 1_000_000, "0.3")]
    [InlineData(3, 1, "3")]
    [InlineData(9, 6, "1.5")]
    [InlineData(0, 5, "0")]
    public void A_ratio_is_shown_as_a_decimal_where_that_is_exact(long numerator, long denominator, string text) =>
        Assert.Equal(text, new Ratio(numerator, denominator).ToString());

    [Fact]
    [Trait("Rule", "OV-02")]
    public void Reaching_and_exceeding_are_exact()
    {
        var share = new Ratio(8, 10);

        Assert.True(share.IsReachedBy(8m, 10m));
        Assert.False(share.IsExceededBy(8m, 10m));
        Assert.False(share.IsReachedBy(79.999999m, 100m));
        Assert.True(share.IsExceededBy(0.000001m, 0m));
        Assert.True(new Ratio(1, 3).IsReachedBy(333_333_333.333334m, 1_000_000_000m));
        Assert.False(new Ratio(1, 3).IsReachedBy(333_333_333.333333m, 1_000_000_000m));
    }

    [Fact]
    [Trait("Rule", "PA-04")]
    public void A_share_of_an_amount_is_not_rounded() =>
        Assert.Equal(new Fraction(200, 3), new Ratio(1, 3) * Money.FromFen(20_000));

    [Fact]
    public void A_set_of_words_knows_its_members_and_reads_back()
    {
        var set = Choices<Category>.Of(Category.Margin, Category.Orphan, Category.Margin);

        Assert.Equal(2, set.Count);
        Assert.True(set.Contains(Category.Orphan));
        Assert.False(set.Contains(Category.MinimumLivingAllowance));
        Assert.Equal([Category.Margin, Category.Orphan], set);
        Assert.Equal("margin, orphan", set.ToString());
        Assert.Equal("orphan", set.Without(Choices<Category>.Of(Category.Margin)).ToString());
        Assert.True(set.And(Choices<Category>.None).IsEmpty);
    }

    [Fact]
    public void Words_are_spelt_in_kebab_case_both_ways()
    {
        Assert.Equal("intellectual-mental-grade-3", Vocabulary.Word(PersonGroup.IntellectualMentalGrade3));
        Assert.True(Vocabulary<PersonGroup>.TryParse("intellectual-mental-grade-3", out var group));
        Assert.Equal(PersonGroup.IntellectualMentalGrade3, group);
        Assert.False(Vocabulary<PersonGroup>.TryParse("IntellectualMentalGrade3", out _));
    }
}
