using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Slices.Tests.Standards;

public sealed class ShippedPapersTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_document_a_shipped_figure_cites_is_in_the_register()
    {
        var library = app.Services.GetRequiredService<PolicyLibrary>();
        var cited = library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries).Select(e => e.Terms.Source!.Document).Distinct().ToArray();
        var registered = (await app.Sql.Rows("select number from standards.documents")).Select(r => (string)r[0]!).ToHashSet();

        Assert.DoesNotContain(cited, c => !registered.Contains(c));
        Assert.Equal(6, await app.Sql.Count("standards.documents where text is not null"));
    }

    [Fact]
    public async Task Every_quote_of_a_shipped_figure_stands_in_the_text_of_its_document()
    {
        var library = app.Services.GetRequiredService<PolicyLibrary>();
        var texts = (await app.Sql.Rows("select number, text from standards.documents where text is not null")).ToDictionary(r => (string)r[0]!, r => Plain((string)r[1]!));
        var entries = library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries).Where(e => e.Terms.Source!.Quote is not null && texts.ContainsKey(e.Terms.Source.Document)).ToArray();

        Assert.NotEmpty(entries);
        Assert.Empty(entries.Where(e => !texts[e.Terms.Source!.Document].Contains(Plain(e.Terms.Source.Quote!), StringComparison.Ordinal)).Select(e => $"{e.Parameter.Key}: {e.Terms.Source!.Quote}"));

        static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void Every_shipped_value_is_read_again_as_it_was_written()
    {
        var library = app.Services.GetRequiredService<PolicyLibrary>();
        foreach (var entry in library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries))
        {
            var written = FigureText.Write(entry.Parameter, entry.Value!);
            Assert.Equal(written, FigureText.Write(entry.Parameter, FigureText.Read(entry.Parameter, written)));
            Assert.Equal(ParameterText.Write(entry.Parameter, entry.Value!), ParameterText.Write(entry.Parameter, FigureText.Read(entry.Parameter, written)));
        }
    }
}
