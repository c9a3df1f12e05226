using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>The add, remove and undo buttons of <c>app-rows</c>, for browsers without script.</summary>
public static class RowCommands
{
    public const string Field = "__rows";
    internal const string KeptPrefix = "__removed:";

    /// <summary>
    /// Call first in OnPost: <c>if (this.ApplyRows("Input.Members", Input.Members)) return Page();</c>
    /// True when a row button was pressed; the list and everything typed are then ready to be drawn again.
    /// </summary>
    public static bool ApplyRows<T>(this PageModel page, string name, IList<T> list) where T : new()
    {
        var form = page.Request.HasFormContentType ? page.Request.Form : null;
        if (form is null || !form.TryGetValue(Field, out var command))
            return false;
        var parts = command.ToString().Split(':');
        if (parts.Length < 2 || parts[1] != name)
            return false;
        var index = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1;
        var typed = form.Where(p => !p.Key.StartsWith(KeptPrefix, StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value);
        switch (parts[0])
        {
            case "add":
                list.Add(new T());
                break;
            case "remove" when index >= 0 && index < list.Count:
                list.RemoveAt(index);
                page.HttpContext.Items[typeof(Removed)] = new Removed(name, index, Take(typed, name, index));
                Shift(typed, name, index, -1);
                break;
            case "restore" when index >= 0 && index <= list.Count:
                list.Insert(index, new T());
                Shift(typed, name, index, +1);
                var kept = $"{KeptPrefix}{name}:{index}:";
                foreach (var (key, value) in form.Where(p => p.Key.StartsWith(kept, StringComparison.Ordinal)))
                    typed[$"{name}[{index}].{key[kept.Length..]}"] = value;
                break;
        }
        page.ModelState.Clear();   // a row button is no save: nothing is wrong yet, and indexes have moved
        foreach (var (key, value) in typed)
            page.ModelState.SetModelValue(key, value.ToArray(), value.ToString());
        return true;
    }

    private static Dictionary<string, StringValues> Take(Dictionary<string, StringValues> typed, string name, int index)
    {
        var prefix = $"{name}[{index}].";
        var taken = typed.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(p => p.Key[prefix.Length..], p => p.Value);
        foreach (var key in taken.Keys)
            typed.Remove(prefix + key);
        return taken;
    }

    private static void Shift(Dictionary<string, StringValues> typed, string name, int from, int by)
    {
        var moved = new List<(string Key, StringValues Value)>();
        foreach (var (key, value) in typed.Where(p => p.Key.StartsWith(name + "[", StringComparison.Ordinal)).ToList())
        {
            var end = key.IndexOf(']', name.Length);
            if (end < 0 || !int.TryParse(key[(name.Length + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var i) || i < from)
                continue;
            typed.Remove(key);
            moved.Add(($"{name}[{i + by}{key[end..]}", value));
        }
        foreach (var (key, value) in moved)
            typed[key] = value;
    }
}
