namespace SocialAssistance.Platform.Audit;

/// <summary>Keeps a secret or a mere technical value out of the column-by-column trail; what it stands for is recorded as an act.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;
