using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Delegations;

/// <inheritdoc cref="IDelegations"/>
internal sealed class DelegationBook(StandardsDb db) : IDelegations
{
    public async Task<IReadOnlyList<DelegatedConfirmation>> InForceAsync(DateOnly day, string divisionPrefix, CancellationToken cancellationToken)
    {
        // A village lies in the township that holds the delegation.
        var township = divisionPrefix.Length > 9 ? divisionPrefix[..9] : divisionPrefix;
        return await db.Delegations.AsNoTracking()
            .Where(d => d.FromDay <= day && (d.ToDay == null || d.ToDay >= day) && (d.RevokedOn == null || d.RevokedOn > day) && d.TownshipCode.StartsWith(township))
            .Select(d => new DelegatedConfirmation(d.TownshipCode, d.Program, d.UpTo)).ToListAsync(cancellationToken);
    }

    public async Task<DelegationInForce?> FindAsync(string townshipCode, string program, decimal monthlyAmount, DateOnly day, CancellationToken cancellationToken) =>
        await (from delegation in db.Delegations.AsNoTracking()
               join paper in db.Papers on delegation.DocumentId equals paper.Id
               where delegation.TownshipCode == townshipCode && delegation.Program == program && delegation.FromDay <= day && (delegation.ToDay == null || delegation.ToDay >= day)
                   && (delegation.RevokedOn == null || delegation.RevokedOn > day) && (delegation.UpTo == null || delegation.UpTo >= monthlyAmount)
               orderby delegation.FromDay descending
               select new DelegationInForce(delegation.Id, delegation.UpTo, paper.Number + (delegation.Article == null ? "" : " " + delegation.Article))).FirstOrDefaultAsync(cancellationToken);
}

/// <inheritdoc cref="IStandardsSeed"/>
internal sealed class StandardsSeed(StandardsDb db, UnitOfWork unitOfWork, IDivisions divisions, ICountySettings county, TimeProvider time) : IStandardsSeed
{
    public Task SeedAsync(CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async () =>
        {
            await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtext('standards.seed'))", [], cancellationToken);
            // What no document delegates the county decides: 特困 by 民发〔2021〕43号, children and subsidies by their own rules.
            var delegated = new Resolver(county.Book(county.PolicyCode)).Find(ParameterCatalogue.Approval.DelegatedProgrammes, time.Today());
            var paper = delegated?.Source is { } source ? await db.Papers.Where(p => p.Number == source.Document).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken) : null;
            if (paper is null || await db.Delegations.AnyAsync(cancellationToken))
            {
                return;
            }

            var codes = Enum.GetValues<Category>().Where(delegated!.Value.Contains).Select(ProgramOf).OfType<string>().ToArray();
            db.AddRange(divisions.Townships().SelectMany(t => codes.Select(code => new Delegation
            {
                Id = Guid.CreateVersion7(), TownshipCode = t.Code, Program = code, FromDay = new(2023, 1, 1), DocumentId = paper.Value, Article = delegated.Source?.Article,
                CreatedByName = "演示数据", CreatedAt = time.GetUtcNow(),
            })));
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    // The catalogue names groups of persons; only these two are programmes somebody applies for.
    private static string? ProgramOf(Category category) => category switch
    {
        Category.MinimumLivingAllowance => "minimum-living",
        Category.ExtremePoverty => "extreme-poverty",
        _ => null,
    };
}

/// <summary>Fills an empty demonstration county before the first request.</summary>
internal sealed class DemoDelegations(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue("Demo", false))
        {
            await using var scope = scopes.CreateAsyncScope();
            // Townships first; both seeds do nothing the second time.
            await scope.ServiceProvider.GetRequiredService<IAccountsSeed>().SeedAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<IStandardsSeed>().SeedAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
