namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Page 4 as typed.</summary>
internal sealed class MaterialsForm
{
    public List<AuthorisationForm> Authorisations { get; set; } = [];

    public List<MaterialForm> Items { get; set; } = [];
}

internal sealed class AuthorisationForm
{
    public string? Member { get; set; }

    /// <summary><c>signed</c>, <c>guardian</c>, <c>refused</c>; empty: not yet.</summary>
    public string? Status { get; set; }

    public string? Guardian { get; set; }
}

internal sealed class MaterialForm
{
    public string? Code { get; set; }

    /// <summary>The paper itself was handed in or shown, without a scan.</summary>
    public bool Paper { get; set; }

    public bool NotApplicable { get; set; }

    /// <summary>A paper the office could fetch itself is asked for all the same.</summary>
    public bool Ask { get; set; }

    public string? Reason { get; set; }
}
