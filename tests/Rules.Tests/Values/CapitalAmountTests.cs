using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Values;

public sealed class CapitalAmountTests
{
    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角")]
    [InlineData("1.05", "壹元零伍分")]
    [InlineData("10", "壹拾元整")]
    [InlineData("660", "陆佰陆拾元整")]
    [InlineData("1005.30", "壹仟零伍元叁角")]
    [InlineData("1423.32", "壹仟肆佰贰拾叁元叁角贰分")]
    [InlineData("10000", "壹万元整")]
    [InlineData("10010", "壹万零壹拾元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("712480.00", "柒拾壹万贰仟肆佰捌拾元整")]
    [InlineData("1020300405.67", "壹拾亿贰仟零叁拾万零肆佰零伍元陆角柒分")]
    public void Amounts_read_in_capitals_as_banks_write_them(string yuan, string words) =>
        Assert.Equal(words, CapitalAmount.Of(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_negative_amount_has_no_words() => Assert.Throws<ArgumentOutOfRangeException>(() => CapitalAmount.Of(-0.01m));
}
