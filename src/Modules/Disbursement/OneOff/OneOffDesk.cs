using Npgsql;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>What a one-off batch would pay, and whom it leaves out.</summary>
/// <param name="Persons">Persons by name.</param>
/// <param name="Households">Households.</param>
/// <param name="Total">Yuan.</param>
/// <param name="Doubles">Persons named by more than one household or programme, counted once.</param>
/// <param name="Paid">Left out because another batch of the month pays them the same.</param>
/// <param name="Nameless">Households whose benefit names no person.</param>
/// <param name="Ageless">Persons without an identity number and households that name nobody, left out where an age is asked.</param>
internal sealed record OneOffPreview(int Persons, int Households, decimal Total, int Doubles, int Paid, int Nameless, int Ageless);

/// <summary>The set-based work of one-off batches.</summary>
internal sealed class OneOffDesk(UnitOfWork unitOfWork)
{
    public async Task<OneOffPreview> PreviewAsync(Guid roster, DateOnly month, OneOffTerms terms, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OneOffSql.Preview, Parameters(roster, month, terms), cancellationToken);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetDecimal(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6));
    }

    /// <summary>Writes the roster's lines; what an older generation left was removed before.</summary>
    public async Task FillAsync(Roster roster, CancellationToken cancellationToken)
    {
        var terms = roster.Terms!;
        var why = $"{terms.Name}：每{(terms.Unit == OneOffTerms.PerPerson ? "人" : "户")} {Show.Money(terms.Rate)} 元（{roster.Document}{(terms.Ages.Length > 0 ? $"，{terms.Ages}" : "")}）";
        await using var command = await unitOfWork.CommandAsync(OneOffSql.Insert, [.. Parameters(roster.Id, roster.Month, terms), why], cancellationToken);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static object?[] Parameters(Guid roster, DateOnly month, OneOffTerms terms) =>
        [roster, month, terms.Programs.ToArray(), terms.Benefits.ToArray(), terms.Area, terms.Township, terms.Benefit, terms.Unit, terms.Rate, Whole(terms.MinAge), Whole(terms.MaxAge)];

    private static NpgsqlParameter Whole(int? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer };
}
