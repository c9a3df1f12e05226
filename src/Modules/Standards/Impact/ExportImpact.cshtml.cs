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
[Allow("standards.edit")]
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
            });
        }

        var content = new MemoryStream();
        await content.SaveAsAsync(rows, sheetName: "影响预览", cancellationToken: cancellationToken);
        content.Position = 0;
        return File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"影响预览-{BenefitMonth.Of(run.Month)}.xlsx");
    }
}
