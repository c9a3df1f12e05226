using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Policies;

namespace SocialAssistance.Standards.Documents;

/// <summary>Enters every document that the shipped figures cite into the register, once; what the county changed stays.</summary>
internal sealed class RegisterShippedPapers(NpgsqlDataSource dataSource, PolicyLibrary library) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var papers = library.Documents.ToArray();
        await using var command = dataSource.CreateCommand("""
            insert into standards.documents (id, number, title, issued_on, effective_on, status, division_code, text, note, version)
            select p.id, p.number, p.title, p.issued_on, p.effective_on, 'InForce', p.division_code, p.text, p.note, 1
            from unnest($1, $2, $3, $4, $5, $6, $7, $8) as p (id, number, title, issued_on, effective_on, division_code, text, note)
            on conflict (number) do nothing
            """);
        command.Parameters.Add(new() { Value = papers.Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(Texts(papers.Select(p => p.Number)));
        command.Parameters.Add(Texts(papers.Select(p => p.Title)));
        command.Parameters.Add(Days(papers.Select(p => p.Issued)));
        command.Parameters.Add(Days(papers.Select(p => p.Effective)));
        command.Parameters.Add(Texts(papers.Select(p => p.Division)));
        command.Parameters.Add(Texts(papers.Select(PolicyLibrary.TextOf)));
        command.Parameters.Add(Texts(papers.Select(p => p.Note)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter Days(IEnumerable<DateOnly?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date };
}
