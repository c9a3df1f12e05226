using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Supplements;

/// <summary>The rule of the one-time notice: everything that is missing is told at once, and nothing that could be known then is asked for later.</summary>
internal sealed class SupplementDesk(CasesDb db, CaseDesk desk, ICurrentUser user)
{
    public const string PauseReason = "等待补正材料（民发〔2021〕57号 第十条）";

    /// <summary>Tells the applicant; the case waits and its clock rests.</summary>
    public void Tell(CaseFile file, IReadOnlyList<SupplementItem> items, string[] knowable)
    {
        db.Add(new SupplementNotice { Id = Guid.CreateVersion7(), CaseId = file.Id, ToldOn = desk.Today, ToldByName = user.Name, Items = items, Knowable = knowable });
        file.Move(Stages.Supplement, desk.Today);
        desk.Pause(file, PauseReason);
        desk.Tell(file, "supplement", $"一次性告知补正 {items.Count} 份材料：{string.Join('、', items.Select(i => i.Title))}。计时暂停");
    }

    /// <summary>Why these papers may not be asked for now; null when they may.</summary>
    public async Task<Refusal?> RefuseAsync(CaseFile file, IReadOnlyList<SupplementItem> items, CancellationToken cancellationToken)
    {
        var earlier = await db.SupplementNotices.AsNoTracking().Where(n => n.CaseId == file.Id).ToListAsync(cancellationToken);
        var known = earlier.SelectMany(n => n.Knowable).ToHashSet();
        var repeated = items.Where(i => known.Contains(i.Code)).Select(i => i.Title).ToArray();
        return repeated.Length == 0
            ? null
            : new("told-once", $"{earlier[^1].ToldOn:yyyy-MM-dd} 已经一次性告知过补正材料，当时就能知道要交{string.Join('、', repeated)}，不能再次要求。请通过信息核对或入户调查查明（民发〔2021〕57号 第十条）");
    }
}
