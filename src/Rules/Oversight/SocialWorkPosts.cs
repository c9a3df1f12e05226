using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Oversight;

/// <summary>OV-09: the least number of social-work posts (社工岗位) among professional posts.</summary>
public static class SocialWorkPosts
{
    public static (long? Minimum, bool? Met) Answer(int professionalPosts, int? socialWorkPosts, Inquiry inquiry)
    {
        if (inquiry.Need(ParameterCatalogue.SocialWorkPosts.Share) is not { } share)
        {
            inquiry.Step("社工岗位比例", "文件未规定比例", "未配置", "OV-09");
            return (null, null);
        }

        var minimum = (long)new Fraction((Int128)share.Value.Numerator * professionalPosts, share.Value.Denominator).Ceiling();
        inquiry.Step("社工岗位下限", $"{share.Value} × {professionalPosts}，向上取整", $"{minimum}个", share.Cited);
        return (minimum, socialWorkPosts is null ? null : socialWorkPosts >= minimum);
    }
}
