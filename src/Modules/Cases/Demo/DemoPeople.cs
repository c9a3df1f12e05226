using System.Globalization;

namespace SocialAssistance.Cases.Demo;

/// <summary>Made-up names and valid GB 11643 numbers. A number is used once per run.</summary>
internal sealed class DemoPeople(SeededSource source)
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string MaleGiven = "伟强磊军勇杰涛明超辉刚平波健鹏飞斌浩宇亮峰建国志文华林海云生福贵良根荣发庆有财德明富祥义正新民和";
    private const string FemaleGiven = "芳娟敏静丽艳娜秀英霞平红玉兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private readonly HashSet<string> _used = [];

    public string Surname() => source.Of(Surnames).ToString();

    public string Name(string surname, bool male)
    {
        var given = male ? MaleGiven : FemaleGiven;
        return surname + source.Of(given) + (source.Percent(70) ? source.Of(given).ToString() : "");
    }

    public DateOnly Born(DateOnly today, int youngest, int oldest) => today.AddDays(-source.Between((youngest * 365) + (youngest / 4) + 1, (oldest * 365) + (oldest / 4)));

    /// <summary>A number of the county with a correct check character (GB 11643).</summary>
    public string IdNumber(DateOnly born, bool male)
    {
        while (true)
        {
            var order = (source.Below(500) * 2) + (male ? 1 : 0);
            var body = string.Create(CultureInfo.InvariantCulture, $"360731{born:yyyyMMdd}{order:d3}");
            var sum = 0;
            for (var i = 0; i < 17; i++)
            {
                sum += (body[i] - '0') * Weights[i];
            }

            var number = body + "10X98765432"[sum % 11];
            if (_used.Add(number))
            {
                return number;
            }

            // All 500 orders of one birthday may be taken in a very large run; the next day is as good.
            born = born.AddDays(source.Percent(2) ? 1 : 0);
        }
    }

    public string Phone() => "199" + source.Below(100_000_000).ToString("d8", CultureInfo.InvariantCulture);

    public string Account() => "62303" + string.Concat(Enumerable.Range(0, 14).Select(_ => (char)('0' + source.Below(10))));
}
