using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Decisions;

/// <summary>What became of one case of the batch; a refusal of one leaves the others done.</summary>
internal sealed record BatchOutcome(Guid CaseId, string Name, bool Done, string Message);

/// <summary>Confirms each case in a transaction of its own, under the form's key, so that a repeated post does nothing twice.</summary>
internal sealed class ConfirmBatch(IServiceScopeFactory scopes, RequestContext context)
{
    public async Task<IReadOnlyList<BatchOutcome>> RunAsync(IReadOnlyList<BatchCase> cases, CancellationToken cancellationToken)
    {
        var outcomes = new List<BatchOutcome>(cases.Count);
        foreach (var item in cases)
        {
            outcomes.Add(await ConfirmAsync(item, cancellationToken));
        }

        return outcomes;
    }

    private async Task<BatchOutcome> ConfirmAsync(BatchCase item, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().IdempotencyKey = context.IdempotencyKey is { } key ? $"{key}:{item.Id:N}" : null;
        try
        {
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new DecideCaseCommand { CaseId = item.Id, Version = item.Version, Decision = "confirm" }, cancellationToken);
            return new(item.Id, item.ApplicantName, result.Refusal is null, result.Refusal?.Message ?? result.Value);
        }
        catch (AlreadyDoneException)
        {
            return new(item.Id, item.ApplicantName, true, $"{item.ApplicantName}户已在上一次提交中确认。");
        }
    }
}
