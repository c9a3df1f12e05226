using System.Text.Json.Serialization;

namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Page 3 as typed.</summary>
internal sealed class EconomyForm
{
    public List<IncomeForm> Income { get; set; } = [];

    public List<OutgoingForm> Outgoings { get; set; } = [];

    /// <summary>以下均无: says of every kind of property that there is none.</summary>
    public bool NoProperty { get; set; }

    public List<PropertyForm> Property { get; set; } = [];

    public string? PropertyLimit { get; set; }

    public string? PayeeMember { get; set; }

    public string? Bank { get; set; }

    public string? Account { get; set; }
}

internal sealed class IncomeForm
{
    public string? Member { get; set; }

    public string? Type { get; set; }

    public string? Amount { get; set; }

    public string? Period { get; set; }

    public string? Note { get; set; }

    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Type + Amount + Note);
}

internal sealed class OutgoingForm
{
    public string? Type { get; set; }

    public string? Member { get; set; }

    public string? Amount { get; set; }

    public string? Period { get; set; }

    public string? Note { get; set; }

    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Type + Amount + Note);
}

internal sealed class PropertyForm
{
    public string? Kind { get; set; }

    public string? Value { get; set; }

    public string? Note { get; set; }
}
