using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Documents;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Demo;

/// <summary>
/// 于民字〔2023〕18号 asks for the phase-out and names no figure, so the demonstration publishes one of its own, plainly
/// marked as made up. Nobody is in benefit yet, so there is nothing to carry the version into.
/// </summary>
internal sealed class DemoFigures(StandardsDb db, UnitOfWork unitOfWork, FigureStore store, PublishedFigures published, ICountySettings county, TimeProvider time) : IDemoStory
{
    private const string Number = "演示文件第1号";

    public int Order => 20;

    public Task PrepareAsync(DemoYear year, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async () =>
        {
            if (await db.Papers.AnyAsync(p => p.Number == Number, cancellationToken))
            {
                return;
            }

            var (writer, publisher, now) = (DemoAccounts.Of("admin1"), DemoAccounts.Of("admin2"), time.GetUtcNow());
            var from = new DateOnly(year.FirstMonth.Year - 1, 1, 1);
            var paper = new PolicyPaper
            {
                Id = Guid.CreateVersion7(), Number = Number, Title = "低保渐退期（演示数据，不是真实文件）", DivisionCode = county.PolicyCode, IssuedOn = from, EffectiveOn = from,
                Note = "于民字〔2023〕18号要求落实低保渐退，没有规定期限。这里的期限只为演示，正式使用前由县局按实际文件录入。",
            };
            var version = new StandardVersion
            {
                Id = Guid.CreateVersion7(), Number = 1 + (await db.Versions.MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0), DivisionCode = county.PolicyCode, Title = "低保渐退期（演示）",
                DocumentId = paper.Id, EffectiveOn = from, CreatedByName = writer.Name, CreatedAt = now,
            };
            version.Touch(writer.Id);
            VersionLine[] lines =
            [
                Line(version, paper, ParameterCatalogue.PhaseOut.EmploymentMonths.Key, "3", from, "一"),
                Line(version, paper, ParameterCatalogue.PhaseOut.EmploymentUpperMultiple.Key, "\"1.5\"", from, "二"),
            ];
            db.Add(paper);
            db.Add(version);
            db.AddRange(lines);
            await db.SaveChangesAsync(cancellationToken);
            version.Submit(writer.Id, writer.Name, now, null);
            var at = await store.BeginAsync(county.PolicyCode, cancellationToken);
            await store.StateAsync(version, lines, at, cancellationToken);
            version.Publish(publisher.Id, publisher.Name, at);
            await db.SaveChangesAsync(cancellationToken);
            published.Forget();
        },
        cancellationToken);

    private static VersionLine Line(StandardVersion version, PolicyPaper paper, string key, string value, DateOnly from, string article) => new()
    {
        Id = Guid.CreateVersion7(), VersionId = version.Id, Key = key, Area = "all", Value = value, State = FigureStates.Stated, FromDay = from, DocumentId = paper.Id, Article = article,
    };
}
