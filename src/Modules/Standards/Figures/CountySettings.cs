using Microsoft.Extensions.Configuration;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Figures;

/// <summary>Reads the county's figures from the shipped packs; the county is the setting <c>County:Code</c>.</summary>
internal sealed class CountySettings : ICountySettings
{
    private readonly PolicyLibrary _library = PolicyLibrary.Load();

    public CountySettings(IConfiguration configuration)
    {
        PolicyCode = configuration["County:Code"] ?? throw new InvalidOperationException("County:Code is missing. Set it to the county's six-digit division code, e.g. 360731.");
        CountyName = Book(PolicyCode).Name;
    }

    public string PolicyCode { get; }

    public string CountyName { get; }

    public PolicyBook Book(string policyCode) => _library.BookOf(policyCode);

    public CountyNumber Number(Parameter<int> parameter, DateOnly day) => Find(parameter, day) ?? throw new SettingMissingException(parameter.Key, day);

    public BenefitMonth StartMonth(DateOnly confirmedOn) =>
        BenefitMonth.Of(confirmedOn).AddMonths(new Resolver(Book(PolicyCode)).Required(ParameterCatalogue.Payment.StartMonth, confirmedOn).Value == MonthRule.Same ? 0 : 1);

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
