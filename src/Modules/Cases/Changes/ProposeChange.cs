using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Changes;

/// <summary>Reports what happened to a family in benefit (登记变更), with evidence; a second person decides.</summary>
internal sealed record ProposeChange : ICommand<Guid>, IReasoned
{
    public Guid CaseId { get; init; }

    public int Version { get; init; }

    public string Kind { get; init; } = "";

    public Guid? PersonId { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public DateOnly? KnownOn { get; init; }

    public string? ReportedBy { get; init; }

    public string? Note { get; init; }

    public string? Name { get; init; }

    public string? IdNumber { get; init; }

    public DateOnly? BirthDate { get; init; }

    public bool? Male { get; init; }

    public string? Relation { get; init; }

    public string? IncomeType { get; init; }

    public decimal? Amount { get; init; }

    public string? Period { get; init; }

    public string? Village { get; init; }

    public string? Area { get; init; }

    public string? Address { get; init; }

    public string? PropertyLimit { get; init; }

    /// <summary>Relation of each member to the new head.</summary>
    public IReadOnlyDictionary<Guid, string> Relations { get; init; } = new Dictionary<Guid, string>();

    public Guid? Supersedes { get; init; }

    public string? SupersedeReason { get; init; }

    public IReadOnlyList<FileContent> Evidence { get; init; } = [];

    public string? Reason => SupersedeReason ?? Note;
}

internal sealed class ProposeChangeRules : AbstractValidator<ProposeChange>
{
    public ProposeChangeRules(TimeProvider time)
    {
        bool Asks(ProposeChange c, Asked field) => ChangeKinds.Find(c.Kind)?.Has(field) == true;
        RuleFor(c => c.Kind).Must(k => ChangeKinds.Find(k) is not null).WithMessage("请选择变更类型");
        RuleFor(c => c.HappenedOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写发生日期").Must(d => d <= time.Today()).WithMessage("发生日期不能晚于今天，请修改");
        RuleFor(c => c.KnownOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写知晓日期").Must(d => d <= time.Today()).WithMessage("知晓日期不能晚于今天，请修改")
            .Must((c, d) => c.HappenedOn is not { } happened || d >= happened).WithMessage("知晓日期不能早于发生日期，请修改");
        RuleFor(c => c.ReportedBy).NotEmpty().WithMessage("请填写由谁反映，如“本人”“村委会”").MaximumLength(40).WithMessage("最多 40 字，请精简");
        RuleFor(c => c.Note).MaximumLength(200).WithMessage("说明最多 200 字，请精简");
        RuleFor(c => c.Note).NotEmpty().When(c => Asks(c, Asked.Reason)).WithMessage("请写明原因，通知书上会写明");
        RuleFor(c => c.PersonId).NotNull().When(c => Asks(c, Asked.Person)).WithMessage("请选择是哪一名成员");
        RuleFor(c => c.Amount).Cascade(CascadeMode.Stop).NotNull().When(c => Asks(c, Asked.Wage) || Asks(c, Asked.Income)).WithMessage("请填写现在的收入金额，没有的填 0")
            .Must(a => a is not { } known || (known >= 0 && decimal.Round(known, 2) == known && known < 1_000_000m)).WithMessage("金额最多两位小数，请修改");
        RuleFor(c => c.IncomeType).Must(t => t is not null && CaseVocabulary.IncomeTypes.ContainsKey(t)).When(c => Asks(c, Asked.Income)).WithMessage("请选择收入类别");
        RuleFor(c => c.Period).Must(p => p is not null && CaseVocabulary.Periods.ContainsKey(p)).When(c => Asks(c, Asked.Income)).WithMessage("请选择按月还是按年");
        RuleFor(c => c.Village).Must(v => v is { Length: 12 }).When(c => Asks(c, Asked.Place)).WithMessage("请选择迁入的村（居）");
        RuleFor(c => c.Area).Must(a => a is not null && CaseVocabulary.Areas.ContainsKey(a)).When(c => Asks(c, Asked.Place)).WithMessage("请选择迁入地是农村还是城市");
        When(c => Asks(c, Asked.NewPerson), () =>
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("请填写姓名").MaximumLength(40).WithMessage("姓名最多 40 字，请修改");
            RuleFor(c => c.Relation).Must(r => r is not null and not "head" && CaseVocabulary.Relations.ContainsKey(r)).WithMessage("请选择与户主关系");
            RuleFor(c => c.IdNumber).Must(n => string.IsNullOrWhiteSpace(n) || IdentityNumber.TryRead(n, time.Today(), out _, out _)).WithMessage("身份证号不对，请核对 18 位号码；新生儿没有号码的可以不填");
            RuleFor(c => c.BirthDate).Cascade(CascadeMode.Stop).NotNull().When(c => string.IsNullOrWhiteSpace(c.IdNumber)).WithMessage("没有身份证号的，请填写出生日期").Must(d => d is null || d <= time.Today()).WithMessage("出生日期不能晚于今天，请修改");
            RuleFor(c => c.Male).NotNull().When(c => string.IsNullOrWhiteSpace(c.IdNumber)).WithMessage("没有身份证号的，请选择性别");
        });
        RuleFor(c => c.Relations).Must(r => r.Values.Count(v => v == "head") == 1 && r.Values.Count(v => v == "spouse") <= 1 && r.Values.All(CaseVocabulary.Relations.ContainsKey))
            .When(c => Asks(c, Asked.Relations)).WithMessage("请选一名“本人”作为新户主，配偶最多一名");
        RuleFor(c => c.SupersedeReason).NotEmpty().When(c => c.Supersedes is not null).WithMessage("请写明更正的原因，轨迹里会保留").MaximumLength(200).WithMessage("原因最多 200 字，请精简");
        RuleFor(c => c.Evidence).NotEmpty().When(c => c.Kind != ChangeKinds.Age && c.Kind != ChangeKinds.Resume).WithMessage("请上传依据的照片或扫描件").OverridePropertyName("EvidenceFiles");
    }
}

internal sealed class ProposeChangeHandler(
    CasesDb db, CaseDesk desk, ChangeDesk effects, StepGate gate, FileStore files, CaseHistories histories, IHouseholdChanges registry, NewcomerCheck newcomers, IDivisions divisions, ICurrentUser user, TimeProvider time) : IRequestHandler<ProposeChange, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ProposeChange command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.change", cancellationToken, Stages.InBenefit);
        if (refusal is not null)
        {
            return refusal;
        }

        var (confirmed, changes) = await histories.ReadAsync(file!.Id, cancellationToken);
        var facts = HistoryBuilder.Build(file, confirmed, changes, day => new(day.Year, day.Month), desk.Today).Facts.OrderBy(f => f.Number).Last().Facts;
        var person = facts.Members.FirstOrDefault(m => m.PersonId == command.PersonId);
        if (Check(command, facts, person, changes) is { } wrong)
        {
            return wrong;
        }

        var id = Guid.CreateVersion7();
        var corrected = changes.FirstOrDefault(c => c.Id == command.Supersedes);
        var added = ChangeKinds.Find(command.Kind)!.Has(Asked.NewPerson) ? await AddedAsync(command, corrected, cancellationToken) : null;
        var change = new BenefitChange
        {
            Id = id, CaseId = file.Id, DivisionCode = file.DivisionCode, Kind = command.Kind, PersonId = added?.PersonId ?? person?.PersonId, PersonName = added?.Name ?? person?.Name,
            HappenedOn = command.HappenedOn!.Value, KnownOn = command.KnownOn!.Value, ReportedBy = command.ReportedBy!.Trim(), Note = Blank(command.Note), Patch = Patch(command, person, added),
            NewDivision = command.Kind == "moved" ? command.Village : null, Supersedes = command.Supersedes, SupersedeReason = command.Supersedes is null ? null : command.SupersedeReason,
            CountsAsDecidedOn = corrected?.CountsFrom,
            ProposedBy = user.Id!.Value, ProposedByName = user.Name, ProposedAt = time.GetUtcNow(),
        };
        if (Newcomer.Of(change, corrected, facts) is { } newcomer && await newcomers.RefuseAsync(file, newcomer, cancellationToken) is { } known)
        {
            return known;
        }

        // How much it would be says on whose desk it lies: a township confirms only up to what was delegated to it.
        change.Expect(await effects.TryAsync(file, change, cancellationToken));
        db.Add(change);
        foreach (var scan in command.Evidence)
        {
            files.Add(scan, ChangeLinks.Evidence(id), file.DivisionCode, null, file.Id);
        }

        file.Touch();
        desk.Tell(file, "change-proposed", $"登记变更：{ChangeKinds.Name(command.Kind)}{((added ?? person) is { } m ? $"（{m.Name}）" : "")}，{command.HappenedOn:yyyy-MM-dd} 发生，{command.ReportedBy}反映");
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    private Refusal? Check(ProposeChange command, CaseFacts facts, MemberFacts? person, IReadOnlyList<BenefitChange> changes)
    {
        var kind = ChangeKinds.Find(command.Kind)!;
        if (kind.Has(Asked.Person) && person is null)
        {
            return new("no-such-member", "没有找到这名成员，请重新选择");
        }

        if (command.Supersedes is { } superseded && changes.All(c => c.Id != superseded || c.Kind != command.Kind))
        {
            return new("nothing-to-correct", "要更正的变更已经更正过，或者类型不同。请返回待遇页重新打开");
        }

        if (person is not null && command.HappenedOn < person.BirthDate)
        {
            return new("before-birth", $"发生日期早于{person.Name}的出生日期，请核对");
        }

        if (command.Kind == ChangeKinds.Death && changes.Any(c => c.Kind == ChangeKinds.Death && c.PersonId == command.PersonId && c.Id != command.Supersedes))
        {
            return new("dead-already", $"{person!.Name}的死亡已经登记过。日期有误的，请在待遇页更正原来的变更");
        }

        if (command.Kind == "moved" && divisions.Find(command.Village!) is null)
        {
            return new("no-such-village", "没有找到这个村（居），请重新选择");
        }

        return kind.Has(Asked.Relations) && !facts.Members.Select(m => m.PersonId).ToHashSet().SetEquals(command.Relations.Keys)
            ? new("members-changed", "家庭成员刚刚变过，请重新填写每个人与新户主的关系") : null;
    }

    // A number the registry knows is that person; a correction goes on naming the same one, unless he was somebody before.
    private async Task<MemberFacts> AddedAsync(ProposeChange command, BenefitChange? corrected, CancellationToken cancellationToken)
    {
        IdentityNumber? number = IdentityNumber.TryRead(command.IdNumber, time.Today(), out var read, out _) ? read : null;
        var known = number is { } typed ? await registry.PersonAsync(typed.Value, cancellationToken) : null;
        var (named, mine) = (corrected?.Patch.Added, true);
        if (known is null && named?.IdNumber is { } before && before != number?.Value)
        {
            mine = await registry.PersonAsync(before, cancellationToken) is not { Households: > 1 };
        }

        return new()
        {
            PersonId = known?.PersonId ?? (mine ? named?.PersonId : null) ?? Guid.CreateVersion7(), Name = command.Name!.Trim(), IdNumber = number?.Value, NoIdNumberReason = number is null ? "newborn" : null,
            BirthDate = number?.BirthDate ?? command.BirthDate!.Value, Male = number?.Male ?? command.Male!.Value, Relation = command.Relation!,
        };
    }

    private static FactPatch Patch(ProposeChange command, MemberFacts? person, MemberFacts? added) => command.Kind switch
    {
        "birth" or "joined" => new() { Added = added },
        "found-work" => new() { PersonId = person!.PersonId, Income = new("wage", command.Amount, "month", Blank(command.Note)), Employed = true },
        "lost-work" => new() { PersonId = person!.PersonId, Income = new("wage", 0m, "month"), Employed = false },
        ChangeKinds.Income => new()
        {
            PersonId = person!.PersonId, Income = new(command.IncomeType!, command.Amount, command.Period!, Blank(command.Note)),
            // More pay for work may open a phase-out; nothing else does.
            Employed = command.IncomeType is "wage" or "business" && Monthly(command.Amount!.Value, command.Period!) > person.Income.Where(i => i.Type == command.IncomeType).Sum(i => Monthly(i.Amount ?? 0, i.Period)) ? true : null,
        },
        "moved" => new() { Area = command.Area, Address = Blank(command.Address) ?? "" },
        "head" => new() { Relations = command.Relations },
        "imprisoned" => new() { PersonId = person!.PersonId, Absence = "imprisoned" },
        "released" => new() { PersonId = person!.PersonId, Absence = "none" },
        "left-school" => new() { PersonId = person!.PersonId, LeavesSchool = true },
        "other" => new() { PropertyLimit = Blank(command.PropertyLimit) },
        _ => FactPatch.None,
    };

    private static decimal Monthly(decimal amount, string period) => period == "year" ? amount / 12 : amount;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
