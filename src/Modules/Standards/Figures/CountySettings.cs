using Microsoft.Extensions.Configuration;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <summary>The county's figures: its own published versions over the shipped packs. The county is the setting <c>County:Code</c>.</summary>
internal sealed class CountySettings : ICountySettings
{
    private readonly PolicyLibrary _library;
    private readonly PublishedFigures _published;

    public CountySettings(IConfiguration configuration, PolicyLibrary library, PublishedFigures published)
    {
        (_library, _published) = (library, published);
        PolicyCode = configuration["County:Code"] ?? throw new InvalidOperationException("County:Code is missing. Set it to the county's six-digit division code, e.g. 360731.");
        CountyName = library.BookOf(PolicyCode).Name;
    }

    public string PolicyCode { get; }

    public string CountyName { get; }

    public PolicyBook Book(string policyCode) => _published.Current().Book(_library, policyCode);

    public void Refresh() => _published.Forget();

    public PolicyBook Book(string policyCode, DateTimeOffset knownAt) => _published.Current().Book(_library, policyCode, knownAt);

    public IReadOnlyList<string> Held(DateOnly day, string group) =>
        [.. _published.Current().Of(PolicyCode)
            .Where(f => f.State == FigureStates.Hold && f.From <= day && (f.To is not { } to || day <= to) && ParameterGroups.Of(f.Parameter) == group)
            .Select(f => f.Parameter.Name).Distinct()];

    public CountyNumber Number(Parameter<int> parameter, DateOnly day) => Find(parameter, day) ?? throw new SettingMissingException(parameter.Key, day);

    public BenefitMonth StartMonth(DateOnly confirmedOn) =>
        BenefitMonth.Of(confirmedOn).AddMonths(new Resolver(Book(PolicyCode)).Required(ParameterCatalogue.Payment.StartMonth, confirmedOn).Value == MonthRule.Same ? 0 : 1);

    public BenefitMonth ChangeMonth(DateOnly decidedOn) =>
        BenefitMonth.Of(decidedOn).AddMonths(new Resolver(Book(PolicyCode)).Required(ParameterCatalogue.Change.EffectiveMonth, decidedOn).Value == MonthRule.Same ? 0 : 1);

    public CountyNumber ProcedureLimit(DateOnly day, bool special) =>
        (special ? Find(ParameterCatalogue.Deadline.ConfirmationSpecial, day) : null)
        ?? Find(ParameterCatalogue.Deadline.ConfirmationLocal, day)
        ?? (IsDelegated(day) ? Find(ParameterCatalogue.Deadline.ConfirmationDelegated, day) : null)
        ?? Number(ParameterCatalogue.Deadline.Confirmation, day);

    private bool IsDelegated(DateOnly day) =>
        new Resolver(Book(PolicyCode)).ValueOr(ParameterCatalogue.Approval.DelegatedProgrammes, default, day).Contains(Category.MinimumLivingAllowance);

    private CountyNumber? Find(Parameter<int> parameter, DateOnly day) =>
        new Resolver(Book(PolicyCode)).Find(parameter, day) is { } figure ? new(figure.Value, figure.Cited) : null;
}
