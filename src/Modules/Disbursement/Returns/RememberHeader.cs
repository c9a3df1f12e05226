using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Remembers what a bank calls a column.</summary>
internal sealed record RememberHeaderCommand : ICommand<string>
{
    public string Field { get; init; } = "";

    public string Header { get; init; } = "";
}

internal sealed class RememberHeaderValidator : AbstractValidator<RememberHeaderCommand>
{
    public RememberHeaderValidator()
    {
        RuleFor(c => c.Header).NotEmpty().WithMessage("请填写银行文件里的列名").MaximumLength(20).WithMessage("列名最多 20 个字，请核对");
        RuleFor(c => c.Field).Must(ReturnFields.Names.ContainsKey).WithMessage("请选择这一列是什么");
    }
}

internal sealed class RememberHeaderHandler(DisbursementDb db, IAccess access) : IRequestHandler<RememberHeaderCommand, Result<string>>
{
    public async Task<Result<string>> Handle(RememberHeaderCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.EnterReturn) is { } refusal)
        {
            return refusal;
        }

        var header = ReturnText.Plain(command.Header);
        if (await db.ReturnHeaders.FirstOrDefaultAsync(h => h.Header == header, cancellationToken) is { } known)
        {
            return new Refusal("known", $"“{header}”已登记为{ReturnFields.Names[known.Field]}，不需要再登记");
        }

        db.Add(new ReturnHeader { Header = header, Field = command.Field });
        await db.SaveChangesAsync(cancellationToken);
        return header;
    }
}
