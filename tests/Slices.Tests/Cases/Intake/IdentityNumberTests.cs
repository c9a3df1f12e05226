using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Slices.Tests.Cases.Intake;

public sealed class IdentityNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Theory]
    [InlineData("", "请填写身份证号，暂时没有的请选“暂无身份证号”")]
    [InlineData("36073119680315242", "身份证号应为 18 位，现在是 17 位，请核对证件")]
    [InlineData("360731196803152421", "身份证号最后一位与前 17 位对不上，请逐段核对：360731 19680315 2421")]
    [InlineData("360731196802302422", "身份证号中的出生日期 19680230 不存在，请核对第 7 至 14 位")]
    [InlineData("360731202712312422", "身份证号中的出生日期 20271231 在今天之后，请核对第 7 至 14 位")]
    [InlineData("990731196803152422", "身份证号前 6 位 990731 不是行政区划代码，请核对第 1 至 6 位")]
    [InlineData("36073119680315A422", "身份证号第 15 位是“A”，应为数字，请核对证件")]
    public void A_wrong_number_is_told_precisely(string typed, string message)
    {
        Assert.False(IdentityNumber.TryRead(typed, Today, out _, out var problem));
        Assert.Equal(message, problem);
    }

    [Fact]
    public void Spaces_hyphens_full_width_digits_and_a_small_x_are_understood()
    {
        var digits = Enumerable.Range(0, 499).Select(i => $"36073119680315{i * 2:000}").First(d => IdentityNumber.CheckCharacter(d) == 'X');
        var typed = $" {digits[..6]} {digits[6..14]}-{string.Concat(digits[14..].Select(c => (char)(c + 0xFEE0)))}x ";

        Assert.True(IdentityNumber.TryRead(typed, Today, out var number, out _));
        Assert.Equal(digits + "X", number.Value);
        Assert.Equal(new DateOnly(1968, 3, 15), number.BirthDate);
        Assert.False(number.Male);
        Assert.Equal(58, number.AgeOn(Today));
        Assert.Equal($"360731********{number.Value[14..]}", number.ToString());
    }

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        var right = SyntheticPerson.Number("19680315", male: false);
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var typed = right[..place] + digit + right[(place + 1)..];
                Assert.Equal(digit == right[place], IdentityNumber.TryRead(typed, Today, out _, out _));
            }
        }
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-11-02", "2026-11-02", 18)]
    [InlineData("2008-11-03", "2026-11-02", 17)]
    public void Age_is_counted_by_birthdays(string born, string day, int age) => Assert.Equal(age, Ages.On(DateOnly.Parse(born, null), DateOnly.Parse(day, null)));
}
