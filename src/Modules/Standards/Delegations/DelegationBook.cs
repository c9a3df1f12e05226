using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Delegations;

/// <inheritdoc cref="IDelegations"/>
internal sealed class DelegationBook(StandardsDb db) : IDelegations
{
    public async Task<DelegationInForce?> FindAsync(string townshipCode, string program, decimal monthlyAmount, DateOnly day, CancellationToken cancellationToken) =>
        await (from delegation in db.Delegations.AsNoTracking()
               join paper in db.Papers on delegation.DocumentId equals paper.Id
               where delegation.TownshipCode == townshipCode && delegation.Program == program && delegation.FromDay <= day && (delegation.ToDay == null || delegation.ToDay >= day)
                   && (delegation.RevokedOn == null || delegation.RevokedOn > day) && (delegation.UpTo == null || delegation.UpTo >= monthlyAmount)
               orderby delegation.FromDay descending
               select new DelegationInForce(delegation.Id, delegation.UpTo, paper.Number + (delegation.Article == null ? "" : " " + delegation.Article))).FirstOrDefaultAsync(cancellationToken);
}

/// <inheritdoc cref="IStandardsSeed"/>
internal sealed class StandardsSeed(StandardsDb db, UnitOfWork unitOfWork, IDivisions divisions, IEnumerable<IAssistanceProgram> programs, TimeProvider time) : IStandardsSeed
{
    public Task SeedAsync(CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async () =>
        {
            await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtext('standards.seed'))", [], cancellationToken);
            var paper = await db.Papers.Where(p => p.Number == "于民字〔2023〕18号").Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
            if (paper is null || await db.Delegations.AnyAsync(cancellationToken))
            {
                return;
            }

            db.AddRange(divisions.Townships().SelectMany(t => programs.Select(p => new Delegation
            {
                Id = Guid.CreateVersion7(), TownshipCode = t.Code, Program = p.Code, FromDay = new(2023, 1, 1), DocumentId = paper.Value, CreatedByName = "演示数据", CreatedAt = time.GetUtcNow(),
            })));
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
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
