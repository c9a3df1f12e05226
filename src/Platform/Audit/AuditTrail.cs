using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Audit;

/// <summary>Writes the trail with one statement per save on the request's own connection.</summary>
internal sealed class AuditTrail(UnitOfWork unitOfWork, ICurrentUser user, RequestContext context, TimeProvider time, IHttpContextAccessor http) : IAuditTrail
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Converters = { new JsonStringEnumConverter() },
    };

    public Task ChangedAsync(IReadOnlyList<EntityChange> changes, CancellationToken cancellationToken) =>
        changes.Count == 0
            ? Task.CompletedTask
            : WriteAsync(changes.Select(c => new Row($"{context.Command ?? "system"}:{c.Action}", c.SubjectType, c.SubjectId, c.CaseId, context.Reason, ToJson(c.Before), ToJson(c.After))).ToArray(), cancellationToken);

    public Task ViewedAsync(string subjectType, string subjectId, string purpose, Guid? caseId, CancellationToken cancellationToken) =>
        WriteAsync([new("viewed", subjectType, subjectId, caseId, purpose, null, null)], cancellationToken);

    public Task ActedAsync(string action, string subjectType, string subjectId, string? reason, object? details, Guid? caseId, CancellationToken cancellationToken) =>
        WriteAsync([new(action, subjectType, subjectId, caseId, reason, null, ToJson(details))], cancellationToken);

    private async Task WriteAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync("""
            insert into platform.audit_entries (at, actor_id, actor_name, actor_division, action, subject_type, subject_id, case_id, reason, before, after, address)
            select $1, $2, $3, $4, r.action, r.subject_type, r.subject_id, r.case_id, r.reason, r.before::jsonb, r.after::jsonb, $5
            from unnest($6, $7, $8, $9, $10, $11, $12) as r (action, subject_type, subject_id, case_id, reason, before, after)
            """,
            [
                time.GetUtcNow(), Typed(user.Id, NpgsqlDbType.Uuid), user.Name, user.AreaPrefix,
                Typed(http.HttpContext?.Connection.RemoteIpAddress?.ToString(), NpgsqlDbType.Text),
                Texts(rows, r => r.Action), Texts(rows, r => r.SubjectType), Texts(rows, r => r.SubjectId),
                Typed(rows.Select(r => r.CaseId).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
                Texts(rows, r => r.Reason), Texts(rows, r => r.Before), Texts(rows, r => r.After),
            ],
            cancellationToken);
    }

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Texts(IReadOnlyList<Row> rows, Func<Row, string?> column) => Typed(rows.Select(column).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static string? ToJson(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);

    private sealed record Row(string Action, string SubjectType, string SubjectId, Guid? CaseId, string? Reason, string? Before, string? After);
}
