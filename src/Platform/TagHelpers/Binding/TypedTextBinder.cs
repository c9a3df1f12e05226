using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Platform.TagHelpers.Binding;

/// <summary>Reads dates and amounts the way clerks type them: 20261122, 2026.11.22, 2026年11月22日; 1,530.00, １５３０元.</summary>
internal sealed class TypedTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted == ValueProviderResult.None)
            return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, posted);
        var text = (posted.FirstValue ?? "").Trim();
        if (text.Length == 0)
        {
            if (Nullable.GetUnderlyingType(context.ModelType) is not null)
                context.Result = ModelBindingResult.Success(null);
            else
                context.ModelState.TryAddModelError(context.ModelName, "请填写" + context.ModelMetadata.GetDisplayName());
            return Task.CompletedTask;
        }
        var isDate = (Nullable.GetUnderlyingType(context.ModelType) ?? context.ModelType) == typeof(DateOnly);
        object? value = isDate ? Date(text) : Amount(text);
        if (value is not null)
            context.Result = ModelBindingResult.Success(value);
        else
            context.ModelState.TryAddModelError(context.ModelName, isDate
                ? $"日期“{text}”看不明白，请写成 2026-11-22 的样子" : "请填写数字金额，如 1530 或 1530.50");
        return Task.CompletedTask;
    }

    internal static DateOnly? Date(string text)
    {
        var parts = FullWidth.Narrow(text).Split([.. "-./年月日 "], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: 8 } whole])
            parts = [whole[..4], whole[4..6], whole[6..]];
        return parts is [{ Length: 4 }, _, _] && DateOnly.TryParseExact(string.Join('-', parts), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
    }

    internal static decimal? Amount(string text)
    {
        text = FullWidth.Narrow(text).Replace(",", "").Replace(" ", "").TrimEnd('元').TrimStart('¥', '￥').Replace('−', '-');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }
}

internal sealed class TypedTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        (Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType) is var type
        && (type == typeof(DateOnly) || type == typeof(decimal)) ? new TypedTextBinder() : null;
}
