using FluentValidation;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Administration;

/// <summary>What an administrator enters about an account.</summary>
internal sealed class AccountInput : IAccountDetails
{
    public string? Account { get; set; }

    public string? Name { get; set; }

    public string? DivisionCode { get; set; }

    public string? Office { get; set; }

    public List<string> Roles { get; set; } = [];

    public int Version { get; set; }

    IReadOnlyCollection<string> IAccountDetails.Roles => Roles;
}

/// <summary>The details that a new and a changed account have in common.</summary>
internal interface IAccountDetails
{
    string? Name { get; }

    string? DivisionCode { get; }

    string? Office { get; }

    IReadOnlyCollection<string> Roles { get; }
}

/// <summary>The rules of those details.</summary>
internal abstract class AccountDetailsValidator<T> : AbstractValidator<T> where T : IAccountDetails
{
    protected AccountDetailsValidator(IDivisions divisions)
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("请填写姓名").MaximumLength(30).WithMessage("姓名最多 30 字");
        RuleFor(c => c.Office).NotEmpty().WithMessage("请填写单位").MaximumLength(60).WithMessage("单位最多 60 字");
        RuleFor(c => c.DivisionCode).Must(d => d is not null && divisions.Find(d) is not null).WithMessage("请选择区划");
        RuleFor(c => c.Roles).Custom((roles, context) =>
        {
            if (RolePlaces.Complaint(roles, divisions.Find(context.InstanceToValidate.DivisionCode ?? "")) is { } complaint)
            {
                context.AddFailure(nameof(IAccountDetails.Roles), complaint);
            }
        });
    }
}
