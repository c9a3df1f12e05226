using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

internal sealed partial class PlainYudu
{
    private void Hear()
    {
        HearingRequired = false;
        if (_standing is null || _standing.Benefits.IsEmpty)
        {
            return;
        }

        var compareWhole = _wholeStanding >= 0m || _wholeLine >= 0m;
        var (before, now) = (0m, 0m);
        foreach (var line in _standing.Benefits)
        {
            if (line.Benefit == Benefit.EmergencyUplift || (line.Member is not null && HasDied(line.Member)))
            {
                continue;
            }

            if (compareWhole && line.Benefit == Mla)
            {
                before += line.Amount.Yuan;
            }
            else if (line.Amount.Yuan > Paid(IndexOf(line.Member), line.Benefit))
            {
                HearingRequired = true;
                return;
            }
        }

        for (var i = 0; compareWhole && i < LineCount; i++)
        {
            now += _lines[i].Benefit == Mla ? _lines[i].Amount : 0m;
        }

        HearingRequired = compareWhole && before > now;
    }

    private decimal Paid(int member, Benefit benefit)
    {
        for (var i = 0; i < LineCount; i++)
        {
            if (_lines[i].Member == member && _lines[i].Benefit == benefit)
            {
                return _lines[i].Amount;
            }
        }

        return 0m;
    }

    private bool HasDied(string member)
    {
        foreach (var happened in _events)
        {
            if (happened.Type == EventType.Death && happened.Member == member && MonthOf(happened.Date) < Month)
            {
                return true;
            }
        }

        return false;
    }
}
