using Microsoft.AspNetCore.Http;

namespace SocialAssistance.Standards.Documents;

/// <summary>What is typed about a document.</summary>
internal sealed class PaperInput
{
    public string? Number { get; set; }

    public string? Title { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public PaperStatus Status { get; set; }

    public string? DivisionCode { get; set; }

    public string? Text { get; set; }

    public string? Note { get; set; }

    public IFormFile? File { get; set; }

    public int Version { get; set; }

    public static PaperInput Of(PolicyPaper paper) => new()
    {
        Number = paper.Number, Title = paper.Title, Issuer = paper.Issuer, IssuedOn = paper.IssuedOn, EffectiveOn = paper.EffectiveOn,
        Status = paper.Status, DivisionCode = paper.DivisionCode, Text = paper.Text, Note = paper.Note, Version = paper.Version,
    };

    public async Task<SavePaper> CommandAsync(Guid? id, CancellationToken cancellationToken)
    {
        byte[]? scan = null;
        // One byte more than allowed is enough to say that it is too large.
        if (File is { Length: > 0 } file)
        {
            scan = new byte[Math.Min(file.Length, SavePaperValidator.MostBytes + 1)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(scan, cancellationToken);
        }

        return new()
        {
            Id = id, Version = Version, Number = Number, Title = Title, Issuer = Issuer, IssuedOn = IssuedOn, EffectiveOn = EffectiveOn,
            Status = Status, DivisionCode = DivisionCode, Text = Text, Note = Note, FileName = File?.FileName, Scan = scan,
        };
    }
}
