using MediatR;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Accounts.Trail;

/// <summary>A page of the trail, in sentences.</summary>
internal sealed record ShowTrailQuery(TrailFilter Filter, string? After, string? Before) : IQuery<TrailPage>;

internal sealed record TrailPage(IReadOnlyList<TrailLine> Lines, string? After, string? Before);

/// <summary>One act as an auditor reads it.</summary>
internal sealed record TrailLine(long Id, DateTimeOffset At, string Who, string Where, string Sentence, string? Reason, IReadOnlyList<TrailChange> Changes, Guid? CaseId, string? Address);

internal sealed class ShowTrailHandler(TrailQuery trail, TrailSentence sentence, IDivisions divisions) : IRequestHandler<ShowTrailQuery, TrailPage>
{
    private const int Size = 50;

    public async Task<TrailPage> Handle(ShowTrailQuery request, CancellationToken cancellationToken)
    {
        var newer = request.Before is not null;
        var read = await trail.ReadAsync(request.Filter, request.Before ?? request.After, newer, Size + 1, cancellationToken);
        var more = read.Count > Size;
        // The extra row only tells that there is another page; going back it is the newest, so the first.
        TrailEntry[] page = newer && more ? [.. read.Skip(1)] : [.. read.Take(Size)];
        return new(
            [.. page.Select(Line)],
            page.Length > 0 && (newer || more) ? TrailQuery.CursorOf(page[^1]) : null,
            page.Length > 0 && (newer ? more : request.After is not null) ? TrailQuery.CursorOf(page[0]) : null);
    }

    public TrailLine Line(TrailEntry entry) => new(
        entry.Id, entry.At, entry.ActorName, Place(entry.ActorDivision), sentence.Of(entry), entry.Reason, sentence.Changes(entry), entry.CaseId, entry.Address);

    private string Place(string prefix) => prefix.Length < 6 ? "" : divisions.FullName(prefix.PadRight(12, '0'));
}
