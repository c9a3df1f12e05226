using System.Text;

namespace SocialAssistance.Rules.Values;

/// <summary>
/// Amounts in Chinese capitals (大写金额), as lists and notices print them: 660.00 is 陆佰陆拾元整, 1005.30 is
/// 壹仟零伍元叁角, 0.05 is 伍分. Zeros between digits are read once; 整 stands where no fen follow.
/// </summary>
public static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>Words for a non-negative amount of at most two decimals below 10^16 yuan.</summary>
    public static string Of(decimal yuan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(yuan);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(yuan, 10_000_000_000_000_000m);
        var fen = decimal.ToInt64(decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero));
        var (whole, jiao, cent) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        if (fen == 0)
        {
            return "零元整";
        }

        var words = new StringBuilder();
        if (whole > 0)
        {
            words.Append(Whole(whole)).Append('元');
        }

        if (jiao > 0)
        {
            words.Append(Digits[jiao]).Append('角');
        }
        else if (cent > 0 && whole > 0)
        {
            words.Append('零');
        }

        return cent > 0 ? words.Append(Digits[cent]).Append('分').ToString() : words.Append(jiao > 0 ? "" : "整").ToString();
    }

    private static string Whole(long number)
    {
        var words = new StringBuilder();
        var zero = false;
        for (var group = 3; group >= 0; group--)
        {
            var four = (int)(number / Power(group * 4) % 10_000);
            if (four == 0)
            {
                zero |= words.Length > 0;
                continue;
            }

            for (var place = 3; place >= 0; place--)
            {
                var digit = (int)(four / Power(place) % 10);
                if (digit == 0)
                {
                    zero |= words.Length > 0;
                    continue;
                }

                words.Append(zero ? "零" : "").Append(Digits[digit]).Append(Places[place]);
                zero = false;
            }

            // A zero that ends a group may stay unread (支付结算办法 附一); one that begins the next is read.
            words.Append(Groups[group]);
            zero = false;
        }

        return words.ToString();
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
