using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SocialAssistance.Platform.Messaging;

/// <summary>What the form binder says when a text is no number or date.</summary>
internal static class ChineseBindingMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”填写不正确，请按示例重新填写");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”填写不正确，请按示例重新填写");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写不正确，请按示例重新填写");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写不正确，请按示例重新填写");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”填写不正确，请按示例重新填写");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写");
        messages.SetMissingKeyOrValueAccessor(() => "请填写");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到填写的内容，请重新提交");
    }
}
