namespace SocialAssistance.Rules.Standards;

/// <summary>The Chinese names of categories, for steps and screens.</summary>
public static class CategoryNames
{
    public static string Of(Category category) => category switch
    {
        Category.MinimumLivingAllowance => "低保对象",
        Category.ExtremePoverty => "特困人员",
        Category.Margin => "低保边缘家庭成员",
        Category.ExpenditureHardship => "刚性支出困难家庭成员",
        Category.RegisteredPoverty => "脱贫户",
        Category.Orphan => "孤儿",
        Category.OtherHardship => "其他困难家庭成员",
        Category.IllnessPoverty => "因病致贫重病患者",
        Category.DeFactoUnattendedChild => "事实无人抚养儿童",
        Category.HivInfectedChild => "艾滋病病毒感染儿童",
        Category.UnemploymentBenefit => "领取失业保险金人员",
        Category.UnemploymentAssistance => "领取失业补助金人员",
        Category.PreferentialTreatment => "优抚对象",
        _ => "未认定",
    };

    public static string Of(Choices<Category> categories) =>
        categories.IsEmpty ? Of(Category.None) : string.Join("、", categories.Select(Of));
}
