using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Cases;

/// <summary>A clerk who never touches the mouse and counts every key; a Chinese character costs three.</summary>
internal sealed class Typist
{
    private readonly Window _window;
    private TaskCompletionSource<IFileChooser> _chooser = new();

    public Typist(Window window)
    {
        _window = window;
        // Listening from the start: a listener added with the key press may reach the browser after the key.
        window.Page.FileChooser += (_, chooser) => _chooser.TrySetResult(chooser);
    }

    public int Keys { get; private set; }

    public async Task Press(string key, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await _window.Page.Keyboard.PressAsync(key);
            Keys++;
        }
    }

    public async Task Write(string text)
    {
        await _window.Page.Keyboard.InsertTextAsync(text);
        Keys += text.Sum(c => c > 0x7F ? 3 : 1);
    }

    /// <summary>Tabs on until the control of this name has the focus; a field that has it already costs nothing.</summary>
    public async Task To(string name)
    {
        for (var stop = 0; stop < 80; stop++)
        {
            var focused = await _window.Keys.Focused();
            if (focused == name || focused.Replace("（选填）", "", StringComparison.Ordinal) == name)
            {
                return;
            }

            await Press("Tab");
        }

        Assert.Fail($"Tab never reaches \"{name}\" on {_window.Page.Url}.");
    }

    /// <summary>The next field of this name, leaving the one of the same name that has the focus.</summary>
    public async Task Next(string name)
    {
        await Press("Tab");
        await To(name);
    }

    /// <summary>Presses the page's main button by its access key and waits for the page that comes.</summary>
    public Task Save() => _window.Page.LeaveAsync(() => Access('s'));

    /// <summary>Presses an access key; Playwright's own Alt+S leaves out the plain letter by which the browser finds it.</summary>
    public async Task Access(char key)
    {
        Keys++;
        var session = await _window.Page.Context.NewCDPSessionAsync(_window.Page);
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["modifiers"] = 1, ["key"] = $"{key}", ["code"] = $"Key{char.ToUpperInvariant(key)}", ["windowsVirtualKeyCode"] = (int)char.ToUpperInvariant(key), ["text"] = $"{key}", ["unmodifiedText"] = $"{key}" });
        }

        await session.DetachAsync();
    }

    /// <summary>Opens the file picker with the space bar.</summary>
    public async Task Pick(params string[] files)
    {
        _chooser = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Press("Space");
        var chooser = await _chooser.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await chooser.SetFilesAsync(files);
    }
}
