using SocialAssistance.Contracts.Demo;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Households.Demo;

/// <summary>The registry of the demonstration county, by COPY.</summary>
internal sealed class HouseholdsDemo(UnitOfWork unitOfWork) : IDemoPart
{
    public int Order => 30;

    public async Task FillAsync(IReadOnlyList<DemoFamily> families, DemoYear year, CancellationToken cancellationToken)
    {
        await PersonsAsync(families, cancellationToken);
        await HouseholdsAsync(families, cancellationToken);
        await MembersAsync(families, cancellationToken);
    }

    private async Task PersonsAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy households.persons (id, id_number, name, male, birth_date, phone, division_code, died_on, version) from stdin (format binary)", cancellationToken);
        foreach (var (f, m) in families.SelectMany(f => f.Facts.Members.Select(m => (f, m))))
        {
            await copy.WriteRowAsync(cancellationToken, m.PersonId, Or(m.IdNumber), m.Name, m.Male, m.BirthDate, Or(m.Phone), f.DivisionCode, DBNull.Value, 0);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task HouseholdsAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy households.households (id, division_code, head_person_id, head_name, area, address, member_count, version) from stdin (format binary)", cancellationToken);
        foreach (var f in families)
        {
            await copy.WriteRowAsync(cancellationToken, f.HouseholdId, f.DivisionCode, f.Head.PersonId, f.Head.Name, f.Facts.Area, f.Facts.Address, f.Facts.Members.Count, 0);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task MembersAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy households.members (id, household_id, person_id, relation, from_day, to_day) from stdin (format binary)", cancellationToken);
        foreach (var (f, m) in families.SelectMany(f => f.Facts.Members.Select(m => (f, m))))
        {
            await copy.WriteRowAsync(cancellationToken, Guid.CreateVersion7(), f.HouseholdId, m.PersonId, m.Relation, f.AcceptedOn, DBNull.Value);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static object Or(object? value) => value ?? DBNull.Value;
}
