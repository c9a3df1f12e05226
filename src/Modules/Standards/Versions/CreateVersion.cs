using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Versions;

/// <summary>Begins a draft.</summary>
internal sealed record CreateVersion(string? Title, Guid? DocumentId, DateOnly? EffectiveOn, DateOnly? CompleteBy, string? Notes, Guidance Guidance) : ICommand<Guid>;

internal sealed class CreateVersionValidator : AbstractValidator<CreateVersion>
{
    public CreateVersionValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithMessage("请填写名称，例如 2027年提标").MaximumLength(60).WithMessage("名称最多 60 字");
        RuleFor(c => c.Notes).MaximumLength(500).WithMessage("说明最多 500 字");
    }
}

internal sealed class CreateVersionHandler(StandardsDb db, UnitOfWork unitOfWork, ICountySettings county, ICurrentUser user, TimeProvider time) : IRequestHandler<CreateVersion, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreateVersion command, CancellationToken cancellationToken)
    {
        // Two drafts begun at once get different numbers.
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtext('standards.versions'))", [], cancellationToken);
        var version = new StandardVersion
        {
            Id = Guid.CreateVersion7(), Number = 1 + (await db.Versions.MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0), DivisionCode = county.PolicyCode, Title = command.Title!.Trim(),
            DocumentId = command.DocumentId, EffectiveOn = command.EffectiveOn, CompleteBy = command.CompleteBy, Notes = string.IsNullOrWhiteSpace(command.Notes) ? null : command.Notes.Trim(),
            Guidance = command.Guidance == new Guidance() ? null : command.Guidance, CreatedByName = user.Name, CreatedAt = time.GetUtcNow(),
        };
        version.Touch(user.Id!.Value);
        db.Add(version);
        await db.SaveChangesAsync(cancellationToken);
        return version.Id;
    }
}
