using System.Collections.Concurrent;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Programs;

/// <summary>The figures of a month, looked up once for all programmes and all households.</summary>
internal sealed class FigureShelf(ICountySettings county)
{
    private const int MostMonths = 500;
    private readonly ConcurrentDictionary<(PolicyBook, BenefitMonth, DateOnly?), MonthFigures> _figures = new();

    public MonthFigures Of(AssessmentContext context)
    {
        var book = context.Book ?? (context.KnownAt is { } day ? county.Book(context.PolicyCode, EndOf(day)) : county.Book(context.PolicyCode));
        // A new version makes a new book; the months of books nobody asks for any more are let go.
        if (_figures.Count > MostMonths)
        {
            _figures.Clear();
        }

        return _figures.GetOrAdd((book, context.Month, context.KnownAt), key => new MonthFigures(new Resolver(key.Item1, knownAt: key.Item3), key.Item2));
    }

    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddTicks(-1);
}
