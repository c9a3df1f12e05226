using SocialAssistance.Platform.TagHelpers.Binding;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Platform;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("20261122")]
    [InlineData("2026.11.22")]
    [InlineData("2026/11/22")]
    [InlineData("2026年11月22日")]
    [InlineData("２０２６－１１－２２")]
    [InlineData("２０２６１１２２")]
    [InlineData("２０２６．１１．２２")]
    [InlineData("２０２６年１１月２２日")]
    public void A_date_is_understood_however_it_is_typed(string typed) => Assert.Equal(new DateOnly(2026, 11, 22), TypedTextBinder.Date(typed));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("26-11-22")]
    [InlineData("11/22/2026")]
    [InlineData("2026-11")]
    [InlineData("明天")]
    public void A_date_that_does_not_exist_or_is_ambiguous_is_refused(string typed) => Assert.Null(TypedTextBinder.Date(typed));

    [Theory]
    [InlineData("1530", "1530")]
    [InlineData("1,530.50", "1530.50")]
    [InlineData("1530元", "1530")]
    [InlineData("¥ 1 530", "1530")]
    [InlineData("-12.3", "-12.3")]
    [InlineData("１，５３０．５０", "1530.50")]
    [InlineData("１５３０元", "1530")]
    [InlineData("￥１　５３０", "1530")]
    [InlineData("－１２．３", "-12.3")]
    public void An_amount_is_read_to_the_fen(string typed, string amount) =>
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), TypedTextBinder.Amount(typed));

    [Theory]
    [InlineData("1.5.0")]
    [InlineData("1e3")]
    [InlineData("三百")]
    [InlineData("１ｅ３")]
    [InlineData("１５３０Ａ")]
    public void What_is_no_amount_is_refused(string typed) => Assert.Null(TypedTextBinder.Amount(typed));

    [Theory]
    [InlineData("１２３４５６７８９０", "1234567890")]
    [InlineData("ＡＢＣｘｙｚ", "ABCxyz")]
    [InlineData("３６０７３１１９６８０３１５２４２Ｘ", "36073119680315242X")]
    [InlineData("（甲）：！　乙", "(甲):! 乙")]
    [InlineData("李秀兰，女。", "李秀兰,女。")]
    public void Full_width_digits_and_letters_become_plain_ones(string typed, string narrow) => Assert.Equal(narrow, FullWidth.Narrow(typed));
}
