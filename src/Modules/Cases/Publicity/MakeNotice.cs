using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Opinions;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Makes one sheet for a village from waiting cases (生成公示).</summary>
internal sealed record MakeNotice(string DivisionCode, DateOnly? FromDay, string? Phone, IReadOnlyList<Guid> CaseIds) : ICommand<Guid>;

internal sealed class MakeNoticeRules : AbstractValidator<MakeNotice>
{
    public MakeNoticeRules(TimeProvider time)
    {
        RuleFor(c => c.FromDay).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写张贴日期")
            .Must(d => d >= Platform.Time.ChinaTime.Today(time)).WithMessage("张贴日期不能早于今天，公示期从张贴当天起算");
        RuleFor(c => c.Phone).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("请填写受理异议的电话").Matches("^[0-9 ()（）、-]{5,40}$").WithMessage("电话只能填数字，多个电话用、分开");
        RuleFor(c => c.CaseIds).NotEmpty().WithMessage("请选择要公示的家庭");
    }
}

internal sealed class MakeNoticeHandler(CasesDb db, PublicityQueue queue, PublicityClock clock, CaseDesk desk, IAccess access, StepGate gate, TimeProvider time) : IRequestHandler<MakeNotice, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(MakeNotice command, CancellationToken cancellationToken)
    {
        if (!access.Allows("cases.publicise", command.DivisionCode, Stages.Publicity))
        {
            return gate.NotYours("cases.publicise");
        }

        var files = await queue.Waiting.Where(c => c.DivisionCode == command.DivisionCode && command.CaseIds.Contains(c.Id)).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        if (files.Count == 0 || files.Count != command.CaseIds.Distinct().Count())
        {
            return new Refusal("queue-moved-on", "所选家庭中有的已经公示或退回。下面是最新名单，请重新选择");
        }

        if (files.Select(f => f.Program).Distinct().Count() > 1)
        {
            return new Refusal("mixed-programmes", "一张公示只能公示同一类救助，请按类型分别生成");
        }

        if (files.FirstOrDefault(f => f.ApplicantPhone is { Length: > 0 } phone && command.Phone!.Contains(phone, StringComparison.Ordinal)) is { } own)
        {
            throw new ValidationException([new("Phone", $"这是{own.ApplicantName}的个人电话，公示内容不能包含。请填写乡镇的办公电话")]);
        }

        var first = command.FromDay!.Value;
        var (last, source) = clock.LastDay(first);
        var notice = new PublicityNotice
        {
            Id = Guid.CreateVersion7(), DivisionCode = command.DivisionCode, Program = files[0].Program, FromDay = first, ToDay = last, DaysSource = source, Phone = command.Phone!.Trim(), MadeByName = desk.UserName, MadeAt = time.GetUtcNow(),
        };
        db.Add(notice);
        var rows = await RowsAsync(db, files, desk.Today, cancellationToken);
        foreach (var file in files)
        {
            var row = rows[file.Id];
            db.Add(new PublicityLine
            {
                NoticeId = notice.Id, CaseId = file.Id, Position = row.Position, Name = row.Name, HouseholdSize = row.HouseholdSize, PersonsCovered = row.PersonsCovered, MonthlyAmount = row.MonthlyAmount,
            });
            file.Touch();
            if (clock.Pauses(PauseReason.Publicity, desk.Today))
            {
                desk.Pause(file, "公示");
            }

            desk.Tell(file, "published", $"公示 {Show.Date(first)} 至 {Show.Date(last)}");
        }

        await db.SaveChangesAsync(cancellationToken);
        return notice.Id;
    }

    /// <summary>What the sheet will say about each family, from its latest opinion. The name is an adult's.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, NoticeRow>> RowsAsync(CasesDb db, IReadOnlyList<CaseFile> files, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = files.Select(f => f.Id).ToArray();
        var opinions = (await db.Opinions.AsNoTracking().Where(o => ids.Contains(o.CaseId)).ToListAsync(cancellationToken)).GroupBy(o => o.CaseId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.GivenAt)!);
        var versions = files.ToDictionary(f => f.Id, f => f.FactVersion);
        var facts = (await db.FactVersions.AsNoTracking().Where(v => ids.Contains(v.CaseId)).ToListAsync(cancellationToken)).Where(v => versions[v.CaseId] == v.Number).ToDictionary(v => v.CaseId, v => v.Facts);
        return files.Select((f, i) => (f, i)).ToDictionary(x => x.f.Id, x => Row(x.i + 1, x.f, opinions.GetValueOrDefault(x.f.Id), facts[x.f.Id], today));
    }

    private static NoticeRow Row(int position, CaseFile file, CaseOpinion? opinion, CaseFacts facts, DateOnly today) => new(
        position, facts.Members.FirstOrDefault(m => VerificationDesk.IsAdult(m, today))?.Name ?? Mask.Name(file.ApplicantName), facts.Members.Count,
        opinion?.PersonsCovered ?? facts.Members.Count, opinion?.MonthlyAmount ?? file.MonthlyAmount ?? 0);
}
