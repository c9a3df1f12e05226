using FluentValidation;
using MediatR;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Standards.Calendar;

/// <summary>Imports the yearly notice after its effect was seen.</summary>
internal sealed record ImportNotice(string? Text) : ICommand<int>;

internal sealed class ImportNoticeValidator : AbstractValidator<ImportNotice>
{
    public ImportNoticeValidator() => RuleFor(c => c.Text).Custom((text, context) =>
    {
        var (days, errors) = CalendarFile.Read(text ?? "");
        foreach (var error in errors.Take(10))
        {
            context.AddFailure(nameof(ImportNotice.Text), $"第 {error.Line} 行：{error.Message}");
        }

        if (errors.Count == 0 && days.Count == 0)
        {
            context.AddFailure(nameof(ImportNotice.Text), "没有读到任何一天，请检查文件");
        }
    });
}

internal sealed class ImportNoticeHandler(CalendarBook book) : IRequestHandler<ImportNotice, Result<int>>
{
    public async Task<Result<int>> Handle(ImportNotice command, CancellationToken cancellationToken)
    {
        var (days, _) = CalendarFile.Read(command.Text!);
        await book.EnterAsync(days, cancellationToken);
        return days.Count;
    }
}
