using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>
/// Routes one approval of temporary assistance: level, payment first, deadline, follow-up (TA-01 to TA-12). It never
/// fixes the amount; that is the office's decision.
/// </summary>
public static class AssistanceCalculation
{
    /// <summary>All values are those of the day of approval.</summary>
    public static AssistanceDecision Decide(AssistanceCase application, DateOnly date, Resolver figures)
    {
        var inquiry = new Inquiry(figures, date);
        var total = application.Amount ?? application.Instalments.Aggregate(Money.Zero, (sum, part) => sum + part);
        var tested = Tested(application, total, inquiry);
        var limit = TownshipLimit(inquiry);
        var small = SmallAmount.Of(application, total, inquiry);
        var isUrgent = application.Type == AssistanceType.Urgent;

        // TA-06: the fast lane (小额快救) needs urgency, an emergency and a small amount.
        var fastLaneDays = inquiry.Find(Keys.FastLaneDays);
        var fastLane = isUrgent && application.Emergency && small.Fits == true && fastLaneDays is not null;
        var waived = isUrgent || inquiry.Lists(Keys.VerificationWaivedClasses, application.ApplicantClass);
        AssistanceNotices.Check(application, total, inquiry);

        var decision = new AssistanceDecision
        {
            Total = total,
            TestedAmount = tested,
            Limit = limit,
            DecisionLevel = Level(application, tested, limit, inquiry),
            CoordinationRequired = application.CaseByCase && inquiry.IsOn(Keys.SpecialCoordination),
            VerificationWaived = waived,
            PublicityRequired = !isUrgent,
            PayFirst = PayFirstRuling.Of(application, small, inquiry),
            FastLane = fastLane,
            StagedPayment = Staged(application, inquiry),
            PlaceOutcome = Place(application, inquiry),
            Deadline = AssistanceClock.Of(application, fastLane ? fastLaneDays : null, inquiry),
            FollowUp = FollowUpVisit.Of(total, inquiry),
        };
        inquiry.Step("核对与公示", isUrgent ? "急难型：先行救助前不核对、不公示" : "支出型", (waived ? "不再核对家庭经济状况" : "核对家庭经济状况") + (isUrgent ? "，不公示" : "，公示"), "TA-07");
        return decision with { Warnings = inquiry.Warnings, Steps = inquiry.Steps };
    }

    /// <summary>TA-01: approvals for the same cause shortly before are added, so that splitting gains nothing.</summary>
    private static Money Tested(AssistanceCase application, Money total, Inquiry inquiry)
    {
        inquiry.Step("救助金额", application.Instalments.Count > 1 ? string.Join(" + ", application.Instalments) : "审批金额", total.ToString(), "TA-01");
        if (inquiry.Find(Keys.AntiSplittingDays) is not { } days)
        {
            return total;
        }

        var earlier = Money.Zero;
        var any = false;
        foreach (var previous in application.Previous)
        {
            var ago = inquiry.Day.DayNumber - previous.Date.DayNumber;
            if (previous.Cause == application.Cause && ago >= 0 && ago <= days.Value)
            {
                earlier += previous.Amount;
                any = true;
            }
        }

        if (any)
        {
            inquiry.Warn("anti-splitting", earlier.ToString());
            inquiry.Step("合并计算（防拆分）", $"{total} + 同一事由{days.Value}日内已审批{earlier}", (total + earlier).ToString(), days.Cited);
        }

        return total + earlier;
    }

    /// <summary>TA-02: the urban standard counts for rural cases too.</summary>
    private static Money? TownshipLimit(Inquiry inquiry)
    {
        if (inquiry.Find(Keys.TownshipLimit) is { } amount)
        {
            inquiry.Step("乡镇审批额度", "文件规定的金额", new Money(amount.Value).ToString(), amount.Cited);
            return new Money(amount.Value);
        }

        if (inquiry.Find(Keys.TownshipLimitStandardMultiple) is not { } multiple)
        {
            inquiry.NotConfigured(Keys.TownshipLimit);
            return null;
        }

        if (inquiry.Need(ParameterCatalogue.MinimumLivingAllowance.Standard, Area.Urban) is not { } standard)
        {
            return null;
        }

        var limit = Money.RoundDown(multiple.Value * new Money(standard.Value));
        inquiry.Step("乡镇审批额度", $"{multiple.Value} × 城市低保标准{new Money(standard.Value)}", limit.ToString(), multiple.Cited);
        return limit;
    }

    /// <summary>TA-03.</summary>
    private static DecisionLevel Level(AssistanceCase application, Money tested, Money? limit, Inquiry inquiry)
    {
        var village = inquiry.Find(Keys.VillageLimit);
        var (level, reason) = (application.CaseByCase, limit) switch
        {
            (true, _) => (DecisionLevel.County, "一事一议、特别救助"),
            _ when village is not null && tested <= new Money(village.Value) => (DecisionLevel.Village, $"{tested} ≤ 村（社区）额度{new Money(village.Value)}"),
            (_, { } most) when tested <= most => (DecisionLevel.Township, $"{tested} ≤ 乡镇额度{most}"),
            (_, { } most) => (DecisionLevel.County, $"{tested} > 乡镇额度{most}"),
            _ => (DecisionLevel.County, "乡镇额度未配置"),
        };
        string[] names = ["村（社区）", "乡镇（街道）", "县级民政部门"];
        inquiry.Step("审批层级", reason, names[(int)level], "TA-03");
        return level;
    }

    /// <summary>TA-08.</summary>
    private static StagedPayment Staged(AssistanceCase application, Inquiry inquiry)
    {
        var types = inquiry.Find(Keys.StagedTypes);
        var allowed = types is not null && types.Value.Contains(application.Type);
        if (application.Instalments.Count > 1 && !allowed)
        {
            inquiry.Warn("staged-payment-not-allowed");
        }

        inquiry.Step("一次审批、分阶段救助", application.Type == AssistanceType.Urgent ? "急难型" : "支出型", allowed ? "可以" : "不可以", types?.Cited ?? "TA-08");
        return allowed ? StagedPayment.Allowed : StagedPayment.NotAllowed;
    }

    /// <summary>TA-12: whoever is not accepted is handed over, never turned away.</summary>
    private static PlaceOutcome Place(AssistanceCase application, Inquiry inquiry)
    {
        if (application.Place != AssistancePlace.EmergencyPlace)
        {
            return PlaceOutcome.Accepted;
        }

        var place = inquiry.Find(Keys.EmergencyPlace);
        var accepted = place is { Value: true } && inquiry.Lists(Keys.EmergencyPlaceTypes, application.Type);
        if (!accepted)
        {
            inquiry.Warn("hand-over-required");
        }

        inquiry.Step("急难发生地受理", application.Type == AssistanceType.Urgent ? "急难型" : "支出型", accepted ? "受理" : "转交户籍地或经常居住地", place?.Cited ?? "TA-12");
        return accepted ? PlaceOutcome.Accepted : PlaceOutcome.HandOver;
    }
}
