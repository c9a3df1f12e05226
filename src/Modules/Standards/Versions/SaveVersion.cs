using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Versions;

/// <summary>Saves a draft: what it is called, and the figures on the form; figures elsewhere in the version stay.</summary>
internal sealed record SaveVersion(Guid Id, VersionInput Input) : ICommand<int>;

internal sealed class SaveVersionValidator : AbstractValidator<SaveVersion>
{
    public SaveVersionValidator()
    {
        RuleFor(c => c.Input.Title).NotEmpty().WithMessage("请填写名称").MaximumLength(60).WithMessage("名称最多 60 字").OverridePropertyName("Title");
        RuleFor(c => c.Input.Notes).MaximumLength(500).WithMessage("说明最多 500 字").OverridePropertyName("Notes");
    }
}

internal sealed class SaveVersionHandler(StandardsDb db, VersionDesk desk, ICurrentUser user) : IRequestHandler<SaveVersion, Result<int>>
{
    public async Task<Result<int>> Handle(SaveVersion command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        if (await desk.FindAsync(command.Id, cancellationToken) is not { } version)
        {
            return new Refusal("version-unknown", "没有找到这个版本，请返回标准版本重新打开");
        }

        if (version.Require(input.RowVersion, VersionStatus.Draft) is { } refusal)
        {
            return refusal;
        }

        (version.Title, version.DocumentId, version.EffectiveOn) = (input.Title!.Trim(), input.DocumentId, input.EffectiveOn);
        (version.CompleteBy, version.Notes) = (input.CompleteBy, string.IsNullOrWhiteSpace(input.Notes) ? null : input.Notes.Trim());
        version.Guidance = input.Guidance == new Guidance() ? null : input.Guidance;
        var stored = await db.VersionLines.Where(l => l.VersionId == version.Id).ToListAsync(cancellationToken);
        var failures = new List<ValidationFailure>();
        for (var i = 0; i < input.Rows.Count; i++)
        {
            Put(version, stored, input.Rows[i], $"Rows[{i}]", failures);
        }

        if (failures.Count > 0)
        {
            throw new ValidationException(failures);
        }

        version.Touch(user.Id!.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("version-changed", "这个版本刚才被别人改过，没有保存。下面列出现在的内容和你填写的内容，核对后可以再次保存");
        }

        return version.RowVersion;
    }

    private void Put(StandardVersion version, List<VersionLine> stored, ValueRow row, string field, List<ValidationFailure> failures)
    {
        var line = stored.SingleOrDefault(l => l.Id == row.LineId);
        if (row.IsEmpty)
        {
            if (line is not null)
            {
                db.Remove(line);
            }

            return;
        }

        var reading = LineReading.Of(version, row, field);
        failures.AddRange(reading.Failures);
        if (reading.Failures.Count > 0)
        {
            return;
        }

        if (stored.Any(l => l != line && l.Key == row.Key && l.Area == row.Area && l.FromDay <= (row.To ?? DateOnly.MaxValue) && (l.ToDay ?? DateOnly.MaxValue) >= reading.From))
        {
            failures.Add(new($"{field}.From", "与本版本中同一参数的另一个时段重叠，请改正其中一个"));
            return;
        }

        if (line is null)
        {
            line = new() { Id = Guid.CreateVersion7(), VersionId = version.Id, Key = row.Key, Area = row.Area, State = reading.State, FromDay = reading.From };
            stored.Add(line);
            db.Add(line);
        }

        (line.Value, line.State, line.FromDay, line.ToDay) = (reading.Json, reading.State, reading.From, row.To);
        (line.DocumentId, line.Article, line.Quote) = (row.DocumentId ?? version.DocumentId, Tidy(row.Article), Tidy(row.Quote));
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A typed row read as a line, or what is wrong with it beside the fields.</summary>
internal sealed record LineReading(string? Json, string State, DateOnly From, IReadOnlyList<ValidationFailure> Failures)
{
    public static LineReading Of(StandardVersion version, ValueRow row, string field)
    {
        var failures = new List<ValidationFailure>();
        if (ParameterCatalogue.Find(row.Key) is not { } parameter || !AreaWords.Of(parameter).Contains(row.Area))
        {
            return new(null, "", default, [new($"{field}.Text", "没有这个参数，请重新打开页面")]);
        }

        var isPending = !string.IsNullOrEmpty(row.Pending);
        string? json = null;
        if (isPending && !FigureStates.Pending.Contains(row.Pending!))
        {
            failures.Add(new($"{field}.Pending", "请选择未公布时怎么办"));
        }
        else if (isPending && !TypedValue.IsEmpty(row.Text, row.Words))
        {
            failures.Add(new($"{field}.Text", "已经选了“未公布”，请清空数值，或改选“已公布”"));
        }
        else if (!isPending)
        {
            (json, var error) = TypedValue.Read(parameter, row.Text, row.Words);
            if (error is not null)
            {
                failures.Add(new(parameter.Form == ValueForm.EnumerationList ? $"{field}.Words" : $"{field}.Text", error));
            }
        }

        if ((row.From ?? version.EffectiveOn) is not { } from)
        {
            failures.Add(new($"{field}.From", "请填写施行日期，或在上面填写整个版本的施行日期"));
            return new(json, "", default, failures);
        }

        if (row.To < from)
        {
            failures.Add(new($"{field}.To", "截止日期早于施行日期，请改正其中一个"));
        }

        if (row.Article?.Length > 60)
        {
            failures.Add(new($"{field}.Article", "条款最多 60 字，如 一（二）"));
        }

        if (row.Quote?.Length > 500)
        {
            failures.Add(new($"{field}.Quote", "原文最多 500 字，摘录关键的一句即可"));
        }

        return new(json, isPending ? row.Pending! : FigureStates.Stated, from, failures);
    }
}
