using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MiniExcelLibs;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Impact;

/// <summary>导出 Excel: every line of an impact run.</summary>
[Allow("standards.impact")]
internal sealed class ExportImpactModel(ImpactQuery query, IEnumerable<IAssistanceProgram> programs, IDivisions divisions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.LatestAsync(id, cancellationToken) is not { Run: { Status: ImpactStatus.Done } run })
        {
            return NotFound();
        }

        var names = programs.ToDictionary(p => p.Code, p => p.Name);
        var rows = new List<Dictionary<string, object>>();
        await foreach (var line in query.AllAsync(run.Id).WithCancellation(cancellationToken))
        {
            rows.Add(new()
            {
                ["案卷编号"] = line.CaseNumber, ["村（居）"] = divisions.FullName(line.DivisionCode), ["救助类型"] = names.GetValueOrDefault(line.Program, line.Program),
                ["城乡"] = CaseVocabulary.Areas[line.Area], ["影响"] = ImpactKinds.Names[line.Kind], ["人数"] = line.Persons,
                ["现每月（元）"] = line.Before, ["新每月（元）"] = line.After, ["补发月数"] = line.BackMonths, ["补发（元）"] = line.BackPay,
                ["没有落实的原因"] = line.Reason ?? "",
            });
        }

        var summary = await query.SumAsync(run, cancellationToken);
        var content = new MemoryStream();
        await content.SaveAsAsync(new Dictionary<string, object>
        {
            ["逐户"] = rows,
            ["按救助类型"] = summary.Programs.Select(p => new Dictionary<string, object?>
            {
                ["救助类型"] = names.GetValueOrDefault(p.Program, p.Program), ["城乡"] = CaseVocabulary.Areas[p.Area], ["户数"] = p.Cases, ["人数"] = p.PersonsAfter, ["现每月（元）"] = p.Before, ["新每月（元）"] = p.After,
                ["每月变化（元）"] = p.PerMonth, ["每年变化（元）"] = p.PerYear, ["补发（元）"] = p.BackPay,
            }).ToList(),
            ["按乡镇"] = summary.Townships.Select(t => new Dictionary<string, object?>
            {
                ["乡镇"] = divisions.Name(t.Township.PadRight(12, '0')), ["户数"] = t.Cases, ["每月变化（元）"] = t.PerMonth, ["每年变化（元）"] = 12 * t.PerMonth, ["补发（元）"] = t.BackPay,
            }).ToList(),
            ["按资金来源"] = summary.Funding.Select(f => new Dictionary<string, object?>
            {
                ["救助类型"] = names.GetValueOrDefault(f.Program, f.Program), ["城乡"] = CaseVocabulary.Areas[f.Area], ["资金来源"] = f.LevelName, ["现人数"] = f.PersonsBefore, ["新人数"] = f.PersonsAfter,
                ["现每人每月（元）"] = f.PerPersonBefore, ["新每人每月（元）"] = f.PerPersonAfter, ["现每月（元）"] = f.Before, ["新每月（元）"] = f.After, ["每月变化（元）"] = f.PerMonth, ["每年变化（元）"] = f.PerYear,
                ["依据"] = f.Source ?? "没有文件说明",
            }).ToList(),
        }, cancellationToken: cancellationToken);
        content.Position = 0;
        return File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"影响预览-{BenefitMonth.Of(run.Month)}.xlsx");
    }
}
