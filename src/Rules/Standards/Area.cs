namespace SocialAssistance.Rules.Standards;

/// <summary>Urban (城镇) or rural (农村): many published amounts differ by it. One area per household (HM-02).</summary>
public enum Area { Urban, Rural }
