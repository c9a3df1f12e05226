using System.IO.Compression;
using System.Text.RegularExpressions;

namespace SocialAssistance.Slices.Tests.Platform;

public sealed partial class AssetTests
{
    private static readonly string Assets = Repository.PathOf("src", "Platform", "wwwroot");

    [Fact]
    public void Scripts_and_styles_of_a_first_visit_fit_into_forty_kilobytes() =>
        Assert.InRange(new[] { "app.css", "app.js", "htmx.js" }.Sum(Zipped), 1, 40 * 1024);

    [Fact]
    public void Our_own_script_stays_below_eight_kilobytes() => Assert.InRange(Zipped("app.js"), 1, 8 * 1024);

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        foreach (var file in new[] { "app.css", "app.js" })
        {
            Assert.DoesNotMatch(ForeignAddress(), File.ReadAllText(Path.Combine(Assets, file)));
        }
    }

    [Fact]
    public void No_page_carries_inline_script_or_style()
    {
        var guilty = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Inline().IsMatch(File.ReadAllText(f)))
            .Select(Path.GetFileName);
        Assert.Empty(guilty);
    }

    private static int Zipped(string name)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(File.ReadAllBytes(Path.Combine(Assets, name)));
        }

        return (int)target.Length;
    }

    [GeneratedRegex(@"(url\(|@import|fetch\()\s*[""']?https?:")]
    private static partial Regex ForeignAddress();

    [GeneratedRegex(@"\sstyle\s*=|\son[a-z]+\s*=\s*[""']|<style|<script(?![^>]*\bsrc=)|javascript:")]
    private static partial Regex Inline();
}
