using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Policies;

/// <summary>
/// Two entries of one key and area between which nothing decides. A newer order may follow an open older one, and may be
/// published later for the same days; it may not silently compete with it.
/// </summary>
internal static class PackOverlaps
{
    /// <summary>Checks the last entry against the earlier ones.</summary>
    public static void Refuse(List<Entry> entries, PackJson item)
    {
        var last = entries[^1].Terms;
        for (var i = 0; i < entries.Count - 1; i++)
        {
            var earlier = entries[i].Terms;
            if (earlier.Area != last.Area || earlier.Published != last.Published || !Meet(earlier, last))
            {
                continue;
            }

            if (earlier.From == last.From)
            {
                throw item.Problem($"holds for the same days and area as entry {i + 1}, and was published on the same day.", "Keep one of them, or correct the dates.");
            }

            var older = Nullable.Compare(earlier.From, last.From) < 0 ? earlier : last;
            if (older.To is not null)
            {
                throw item.Problem($"overlaps the period of entry {i + 1}.", "End the older one on the day before the newer one begins.");
            }
        }
    }

    private static bool Meet(EntryTerms a, EntryTerms b) =>
        (a.To is not { } endA || b.From is not { } startB || startB <= endA) && (b.To is not { } endB || a.From is not { } startA || startA <= endB);
}
