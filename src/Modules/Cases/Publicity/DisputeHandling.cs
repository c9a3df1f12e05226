using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Takes up a dispute by investigating again (重新调查); an appraisal is recorded on its own page.</summary>
internal sealed record Reinvestigate(Guid CaseId, int Version, string? Choice) : ICommand<string>;

internal sealed class ReinvestigateRules : AbstractValidator<Reinvestigate>
{
    public ReinvestigateRules() => RuleFor(c => c.Choice).Must(c => c is "verify" or "visit" or "both").WithMessage("请选择处理方式");
}

internal sealed class ReinvestigateHandler(CasesDb db, StepGate gate, CaseDesk desk) : IRequestHandler<Reinvestigate, Result<string>>
{
    public async Task<Result<string>> Handle(Reinvestigate command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.appraise", cancellationToken, Stages.Disputed);
        if (refusal is not null)
        {
            return refusal;
        }

        var text = ObjectionWords.Handlings.Single(h => h.Value == command.Choice).Text;
        await DisputeHandling.CloseAsync(db, file!.Id, text, desk, cancellationToken);
        file.ReturnToInvestigation(desk.Today, command.Choice is "verify" or "both", command.Choice is "visit" or "both");
        desk.Tell(file, "reinvestigation", $"处理异议：{text}，之后重新提出初审意见并再次公示");
        await db.SaveChangesAsync(cancellationToken);
        return file.Stage;
    }
}

internal static class DisputeHandling
{
    /// <summary>Notes what was done about every open objection of the case.</summary>
    public static async Task CloseAsync(CasesDb db, Guid caseId, string handling, CaseDesk desk, CancellationToken cancellationToken)
    {
        foreach (var objection in await db.Objections.Where(o => o.CaseId == caseId && o.HandledOn == null).ToListAsync(cancellationToken))
        {
            (objection.Handling, objection.HandledOn, objection.HandledByName) = (handling, desk.Today, desk.UserName);
        }
    }
}
