namespace SocialAssistance.Rules.Values;

/// <summary>Full-width characters (全角) as Chinese input methods type them. Written out, because the runtime's own normalisation does nothing without culture data.</summary>
public static class FullWidth
{
    /// <summary>１２３ＡＢＣ：（）　→ 123ABC:() and a plain space; everything else stays.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            narrow[i] = wide[i] switch { >= '\uFF01' and <= '\uFF5E' => (char)(wide[i] - 0xFEE0), '\u3000' => ' ', var c => c };
        }
    });
}
