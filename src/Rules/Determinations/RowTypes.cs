using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Determinations;

// Members are named by their position in the household; -1 is the household as a whole.

internal readonly record struct IncomeRow(int Member, IncomeType Type, long Twelfths, IncomeReason Reason);

internal readonly record struct DeductionRow(int Member, DeductionType Type, Int128 Units);

internal record struct EntitlementRow(int Member, Benefit Benefit, long Fen, Basis Basis);

internal readonly record struct RefusalRow(int Member, Benefit Benefit, RefusalReason Reason);

internal readonly record struct PhaseOutRow(PhaseOutCause Cause, int Month, int Months);

internal enum WarningValue { None, Money, Count }

internal readonly record struct WarningRow(string Code, string? Key, int Member, WarningValue Kind, long Value);
