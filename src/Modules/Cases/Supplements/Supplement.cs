using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Intake;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Supplements;

/// <summary>Tells an applicant whose case is under way what is missing; possible once for everything that can be known.</summary>
internal sealed record TellSupplement(Guid CaseId, int Version, IReadOnlyList<string> Codes) : ICommand<Guid>;

internal sealed class TellSupplementHandler(CasesDb db, CaseDesk desk, SupplementDesk supplements, IAccess access) : IRequestHandler<TellSupplement, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TellSupplement command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return SupplementRefusals.NoCase;
        }

        if (file.Require(command.Version, Stages.Investigating) is { } refusal)
        {
            return refusal;
        }

        if (!access.Allows("cases.supplement", file.DivisionCode, file.Stage))
        {
            return IntakeRefusals.NotAllowed(access.WhoCan("cases.supplement", file.Stage));
        }

        var materials = await db.CaseMaterials.Where(m => m.CaseId == file.Id).ToListAsync(cancellationToken);
        var rules = MaterialList.Of(file.Program).ToDictionary(r => r.Code);
        var items = command.Codes.Where(rules.ContainsKey).Distinct().Select(c => new SupplementItem(c, rules[c].Title, rules[c].Hint)).ToArray();
        if (items.Length == 0)
        {
            return new Refusal("nothing-chosen", "请勾选缺少的材料，再一次性告知");
        }

        if (items.FirstOrDefault(i => rules[i.Code].Exempt) is { } exempt)
        {
            return new Refusal("exempt", $"{exempt.Title}可以由{rules[exempt.Code].Source}查询，不能要求群众提交（{rules[exempt.Code].Basis}）。请取消勾选，改用信息核对");
        }

        if (await supplements.RefuseAsync(file, items, cancellationToken) is { } told)
        {
            return told;
        }

        foreach (var item in items)
        {
            if (materials.FirstOrDefault(m => m.Code == item.Code) is { } material)
            {
                (material.Status, material.ReceivedOn) = (MaterialStatus.Missing, null);
            }
            else
            {
                db.Add(new CaseMaterial { CaseId = file.Id, Code = item.Code, Title = item.Title, Status = MaterialStatus.Missing });
            }
        }

        supplements.Tell(file, items, [.. materials.Select(m => m.Code).Union(items.Select(i => i.Code))]);
        await db.SaveChangesAsync(cancellationToken);
        return file.Id;
    }
}

/// <summary>What came in of the missing papers; with the last one the clock runs again.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">As read.</param>
/// <param name="Papers">Codes handed in on paper.</param>
/// <param name="Waived">Codes that turned out not to apply, with the reason.</param>
/// <param name="Scans">Scans that came along.</param>
internal sealed record ReceiveSupplement(Guid CaseId, int Version, IReadOnlyList<string> Papers, IReadOnlyDictionary<string, string> Waived, IReadOnlyList<Scan> Scans) : ICommand<SupplementReceived>;

/// <summary>How many are still missing.</summary>
internal sealed record SupplementReceived(int StillMissing, DateOnly DueOn);

internal sealed class ReceiveSupplementHandler(CasesDb db, CaseDesk desk, FileStore store, IAccess access) : IRequestHandler<ReceiveSupplement, Result<SupplementReceived>>
{
    public async Task<Result<SupplementReceived>> Handle(ReceiveSupplement command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return SupplementRefusals.NoCase;
        }

        if (file.Require(command.Version, Stages.Supplement) is { } refusal)
        {
            return refusal;
        }

        if (!access.Allows("cases.supplement", file.DivisionCode, file.Stage))
        {
            return IntakeRefusals.NotAllowed(access.WhoCan("cases.supplement", file.Stage));
        }

        foreach (var scan in command.Scans)
        {
            store.Add(scan.File, scan.Code, file.DivisionCode, null, file.Id);
        }

        var materials = await db.CaseMaterials.Where(m => m.CaseId == file.Id && m.Status == MaterialStatus.Missing).ToListAsync(cancellationToken);
        var received = materials.Where(m => command.Papers.Contains(m.Code) || command.Scans.Any(s => s.Code == m.Code)).ToArray();
        foreach (var material in received)
        {
            (material.Status, material.ReceivedOn) = (MaterialStatus.Received, desk.Today);
        }

        foreach (var material in materials.Except(received).Where(m => command.Waived.ContainsKey(m.Code)))
        {
            (material.Status, material.Reason) = (MaterialStatus.NotApplicable, command.Waived[material.Code]);
        }

        var missing = materials.Count(m => m.Status == MaterialStatus.Missing);
        desk.Tell(file, "supplement-received", received.Length == 0 ? "登记补正材料" : $"收到补正材料：{string.Join('、', received.Select(m => m.Title))}");
        if (missing == 0)
        {
            foreach (var notice in await db.SupplementNotices.Where(n => n.CaseId == file.Id && n.CompletedOn == null).ToListAsync(cancellationToken))
            {
                notice.CompletedOn = desk.Today;
            }

            await desk.ResumeAsync(file, cancellationToken);
            file.Move(Stages.Investigating, desk.Today);
            desk.Tell(file, "resumed", $"材料补齐，继续计时，应在 {file.DueOn:yyyy-MM-dd} 前办结");
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SupplementReceived(missing, file.DueOn);
    }
}

internal static class SupplementRefusals
{
    public static Refusal NoCase { get; } = new("no-such-case", "没有找到这份案卷，请返回待办重新打开");
}
