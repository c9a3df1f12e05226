using FluentValidation;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Visits;

/// <summary>What a visit's form must hold.</summary>
internal sealed class RecordVisitRules : AbstractValidator<RecordVisit>
{
    public RecordVisitRules(TimeProvider time)
    {
        RuleFor(c => c.Form.VisitedOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写入户日期")
            .Must(d => d <= time.Today()).WithMessage("入户日期不能晚于今天，请修改").OverridePropertyName("VisitedOn");
        RuleFor(c => c.Form.Second).Must(s => s == VisitWords.Cadre || Guid.TryParse(s, out _)).WithMessage("请选择第二调查人").OverridePropertyName("Second");
        RuleFor(c => c.Form.CadreName).NotEmpty().When(c => c.Form.Second == VisitWords.Cadre).WithMessage("请填写村（社区）干部姓名").OverridePropertyName("CadreName");
        RuleFor(c => c.Form.CadrePost).NotEmpty().When(c => c.Form.Second == VisitWords.Cadre).WithMessage("请填写村（社区）干部职务").OverridePropertyName("CadrePost");
        Text(c => c.Form.PersonsMet, "PersonsMet", "请填写见到的人");
        RuleFor(c => c.Form.Housing).Must(h => h is not null && VisitWords.Housing.ContainsKey(h)).WithMessage("请选择住房情况").OverridePropertyName("Housing");
        Text(c => c.Form.HousingNote, "HousingNote", "请填写住房结构、面积和状况");
        Text(c => c.Form.Living, "Living", "请填写吃、穿、用等实际生活情况");
        Text(c => c.Form.IncomeFound, "IncomeFound", "请填写了解到的收入和劳动情况");
        RuleFor(c => c.Form.Neighbours).MaximumLength(500).WithMessage("最多 500 字，请删减").OverridePropertyName("Neighbours");
        RuleFor(c => c.Form.Comparison).Must(c => c is not null && VisitWords.Comparison.ContainsKey(c)).WithMessage("请选择调查情况与申报是否相符").OverridePropertyName("Comparison");
        RuleFor(c => c.Form.DifferenceNote).NotEmpty().When(c => c.Form.Comparison == "different").WithMessage("请说明哪里不相符").OverridePropertyName("DifferenceNote");
        RuleFor(c => c.Form.DifferenceNote).MaximumLength(500).WithMessage("最多 500 字，请删减").OverridePropertyName("DifferenceNote");
        RuleFor(c => c.Form.CorrectionReason).NotEmpty().When(c => c.Form.Touched.Any()).WithMessage("更正了收入或财产的，请填写更正理由").OverridePropertyName("CorrectionReason");
        RuleFor(c => c.Form.CorrectionReason).MaximumLength(500).WithMessage("最多 500 字，请删减").OverridePropertyName("CorrectionReason");
        RuleFor(c => c.Form.FirstSignature).NotNull().WithMessage("请上传第一调查人的签字照片").OverridePropertyName("FirstSignatureFile");
        RuleFor(c => c.Form.SecondSignature).NotNull().WithMessage("请上传第二调查人的签字照片").OverridePropertyName("SecondSignatureFile");
        RuleFor(c => c.Form.FamilySignature).NotNull().WithMessage("请上传在场家庭成员的签字照片").OverridePropertyName("FamilySignatureFile");
        RuleFor(c => c.Form).Custom((form, context) =>
        {
            foreach (var (row, index) in form.Touched)
            {
                foreach (var (field, message) in Problems(row))
                {
                    context.AddFailure($"Corrections[{index}].{field}", message);
                }
            }
        });
    }

    private static IEnumerable<(string Field, string Message)> Problems(CorrectionRow row)
    {
        if (row.Target is null || !FactChange.Targets.ContainsKey(row.Target))
        {
            yield return ("Target", "请选择更正的项目");
        }
        else if (FactChange.IsIncome(row.Target))
        {
            if (row.PersonId is null)
            {
                yield return ("PersonId", "请选择是谁的收入");
            }

            if (row.Period is not ("month" or "year"))
            {
                yield return ("Period", "请选择按月还是按年");
            }
        }

        if (row.Value is null or < 0 or > 99_999_999)
        {
            yield return ("Value", "请填写核实后的金额或数量，没有的填 0");
        }
    }

    private void Text(System.Linq.Expressions.Expression<Func<RecordVisit, string?>> field, string name, string message) =>
        RuleFor(field).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(message).MaximumLength(500).WithMessage("最多 500 字，请删减").OverridePropertyName(name);
}
