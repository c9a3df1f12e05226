using System.Globalization;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Intake.Accept;

/// <summary>Case numbers SQ-yyyyMM-nnnn, per county and month. The row of the series is locked until the case commits, so there are no gaps and no repeats.</summary>
internal sealed class CaseNumbers(UnitOfWork unitOfWork, ICountySettings county, TimeProvider time)
{
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var month = time.Today().ToString("yyyyMM", CultureInfo.InvariantCulture);
        await using var command = await unitOfWork.CommandAsync(
            "insert into cases.number_series (series, last) values ($1, 1) on conflict (series) do update set last = cases.number_series.last + 1 returning last",
            [$"{county.PolicyCode}-{month}"], cancellationToken);
        return $"SQ-{month}-{(int)(await command.ExecuteScalarAsync(cancellationToken))!:0000}";
    }
}
