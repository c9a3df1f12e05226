using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Standards;

/// <summary>The county whose rules apply, with the figures and settings its documents give.</summary>
public interface ICountySettings
{
    /// <summary>Six-digit code of the county whose rules apply.</summary>
    string PolicyCode { get; }

    /// <summary>Name of the county, e.g. 于都县.</summary>
    string CountyName { get; }

    /// <summary>The layers of figures of a county; published local versions are the nearest layer.</summary>
    PolicyBook Book(string policyCode);

    /// <summary>The layers as this installation knew them at a moment: local versions published later, or taken back since, are left out or still in.</summary>
    PolicyBook Book(string policyCode, DateTimeOffset knownAt);

    /// <summary>Asks again at the next question: work that follows a publication begins with this, whichever process published.</summary>
    void Refresh();

    /// <summary>Chinese names of figures that a document announces for this day without a number, with the order to wait (暂缓); nothing that rests on them may be confirmed.</summary>
    /// <param name="day">Day of effect.</param>
    /// <param name="group">First part of the key, e.g. <c>minimum-living-allowance</c>.</param>
    IReadOnlyList<string> Held(DateOnly day, string group);

    /// <summary>A whole-number setting on a day; an unset one is a named error, never a guess.</summary>
    CountyNumber Number(Parameter<int> parameter, DateOnly day);

    /// <summary>First month of a benefit confirmed on this day (起发月): the month after, or the same one where the county says so.</summary>
    BenefitMonth StartMonth(DateOnly confirmedOn);

    /// <summary>First month in which a change decided on this day counts (变动生效月): the month after, or the same one where the county says so (HM-01).</summary>
    BenefitMonth ChangeMonth(DateOnly decidedOn);

    /// <summary>Working days from acceptance to decision (审核确认期限): special circumstances, the local limit, the delegated limit or the national one, in this order (D-54).</summary>
    CountyNumber ProcedureLimit(DateOnly day, bool special = false);
}

/// <summary>A setting's value with the document and article it rests on.</summary>
public sealed record CountyNumber(int Value, string Source);

/// <summary>A rule needs a setting that no document and no county has given; nobody may guess it.</summary>
public sealed class SettingMissingException(string key, DateOnly day) : Exception($"{key} is not configured on {day:yyyy-MM-dd}")
{
    /// <summary>The catalogue key.</summary>
    public string Key { get; } = key;
}

/// <summary>Words in the source of a figure that a document announces without a number.</summary>
public static class FigureRemarks
{
    /// <summary>The figure before goes on for reckoning, and nothing that rests on it may be confirmed (暂缓确认).</summary>
    public const string Held = "未公布，可测算、暂缓确认";
}
