namespace SocialAssistance.Contracts.Cases;

/// <summary>
/// Everything a determination rests on, as established for one application (家庭情况): members with income, outgoings,
/// property and the account the money goes to. Stored as numbered versions, never edited. Codes are those of
/// <see cref="CaseVocabulary"/>; amounts are yuan.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>Layout version of the stored JSON.</summary>
    public int Layout { get; init; } = 1;

    /// <summary>Where the household lives: <c>urban</c> or <c>rural</c>; decides which standard applies.</summary>
    public string Area { get; init; } = "rural";

    /// <summary>Address below the village, as spoken.</summary>
    public string Address { get; init; } = "";

    /// <summary>Whether the household was registered poor before 2021 (原建档立卡、脱贫户).</summary>
    public bool RegisteredPoverty { get; init; }

    /// <summary>Strictest property limit still met; see <see cref="CaseVocabulary.PropertyLimits"/>. Null: not assessed yet.</summary>
    public string? PropertyLimit { get; init; }

    /// <summary>Members, the applicant (head) first.</summary>
    public IReadOnlyList<MemberFacts> Members { get; init; } = [];

    /// <summary>Outgoings net of reimbursement (支出).</summary>
    public IReadOnlyList<ExpenditureFacts> Expenditures { get; init; } = [];

    /// <summary>Property by kind (财产).</summary>
    public IReadOnlyList<PropertyFacts> Property { get; init; } = [];

    /// <summary>Account that receives the money; null until known.</summary>
    public PayeeFacts? Payee { get; init; }
}

/// <summary>One person of the application.</summary>
public sealed record MemberFacts
{
    /// <summary>Identifier of the person in the registry.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Name as printed on the identity card.</summary>
    public string Name { get; init; } = "";

    /// <summary>Citizen identity number (GB 11643), normalised; null with <see cref="NoIdNumberReason"/>.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Why there is no number: newborn, registration under way, other.</summary>
    public string? NoIdNumberReason { get; init; }

    /// <summary>Date of birth; from the number where there is one.</summary>
    public DateOnly BirthDate { get; init; }

    /// <summary>True male, false female; from the number where there is one.</summary>
    public bool Male { get; init; }

    /// <summary>Mobile number; null when none.</summary>
    public string? Phone { get; init; }

    /// <summary>Relation to the head; see <see cref="CaseVocabulary.Relations"/>.</summary>
    public string Relation { get; init; } = "head";

    /// <summary>Shares the household's living.</summary>
    public bool LivesTogether { get; init; } = true;

    /// <summary>Adult child unable to live independently.</summary>
    public bool Dependent { get; init; }

    /// <summary>See <see cref="CaseVocabulary.Absences"/>.</summary>
    public string Absence { get; init; } = "none";

    /// <summary>Certificate category; null without a certificate.</summary>
    public string? DisabilityCategory { get; init; }

    /// <summary>Certificate grade 1–4.</summary>
    public int? DisabilityGrade { get; init; }

    /// <summary>Last day the certificate is valid; null: no end.</summary>
    public DateOnly? DisabilityValidUntil { get; init; }

    /// <summary>Seriously ill (重病), as defined locally.</summary>
    public bool SeriousIllness { get; init; }

    /// <summary>Works now.</summary>
    public bool Employed { get; init; }

    /// <summary>Asks to be covered alone (参照单人户).</summary>
    public bool AppliesAlone { get; init; }

    /// <summary>Depends on parents or siblings for support.</summary>
    public bool SupportedByParentsOrSiblings { get; init; }

    /// <summary><c>difference</c> (非常补) or <c>full</c> (常补).</summary>
    public string AllowanceClass { get; init; } = "difference";

    /// <summary>School stage; null when not at school. See <see cref="CaseVocabulary.EducationStages"/>.</summary>
    public string? EducationStage { get; init; }

    /// <summary>Enrolled now.</summary>
    public bool Enrolled { get; init; }

    /// <summary>Income by kind.</summary>
    public IReadOnlyList<IncomeFacts> Income { get; init; } = [];

    /// <summary>Ground of extreme poverty (特困认定事由) applied for or recognised; null: not extremely poor. See <see cref="CaseVocabulary.ExtremePovertyGrounds"/>.</summary>
    public string? ExtremePovertyGround { get; init; }

    /// <summary>Persons with a statutory duty of support (法定义务人); null: not looked into yet. See <see cref="CaseVocabulary.SupportObligors"/>.</summary>
    public string? SupportObligor { get; init; }

    /// <summary>Assessment of self-care (生活自理能力评估); null: not assessed.</summary>
    public SelfCareFacts? SelfCare { get; init; }

    /// <summary><c>scattered</c> (分散供养、散居) or <c>institutional</c> (集中供养、机构养育).</summary>
    public string CareSetting { get; init; } = "scattered";

    /// <summary>The person's own property is within the rule, where a person is looked at alone.</summary>
    public bool OwnPropertyWithinLimit { get; init; } = true;

    /// <summary>What became of the father; null: does not matter. See <see cref="CaseVocabulary.ParentStates"/>.</summary>
    public string? Father { get; init; }

    /// <summary>What became of the mother.</summary>
    public string? Mother { get; init; }

    /// <summary>Infected with HIV. Health data: shown only to who may see illness, never on a list, a notice or a letter.</summary>
    public bool HivInfected { get; init; }

    /// <summary>Retrenched in the 1960s (精简退职老弱残职工).</summary>
    public bool RetrenchedWorker { get; init; }

    /// <summary>Already nursed by work-injury insurance (工伤护理费).</summary>
    public bool WorkInjuryNursing { get; init; }
}

/// <summary>The six items of the self-care assessment (民发〔2021〕43号 第二十一条): which of them the person cannot do.</summary>
/// <param name="Failed">Codes of <see cref="CaseVocabulary.SelfCareItems"/>.</param>
/// <param name="AssessedBy">Who assessed: persons or a body.</param>
/// <param name="AssessedOn">Day of the assessment.</param>
public sealed record SelfCareFacts(IReadOnlyList<string> Failed, string AssessedBy, DateOnly AssessedOn);

/// <summary>One source of income of one member.</summary>
/// <param name="Type">See <see cref="CaseVocabulary.IncomeTypes"/>.</param>
/// <param name="Amount">Yuan per period; null means not known yet (待核对), which is different from 0.</param>
/// <param name="Period"><c>month</c> or <c>year</c>.</param>
/// <param name="Note">Where it comes from, in words.</param>
public sealed record IncomeFacts(string Type, decimal? Amount, string Period, string? Note = null);

/// <summary>One outgoing of the household.</summary>
/// <param name="Type">See <see cref="CaseVocabulary.ExpenditureTypes"/>.</param>
/// <param name="Amount">Yuan per period, net of reimbursement.</param>
/// <param name="Period"><c>month</c>, or <c>year</c> for the last twelve months together.</param>
/// <param name="PersonId">Whose it is; null: the household's.</param>
/// <param name="Note">In words.</param>
public sealed record ExpenditureFacts(string Type, decimal Amount, string Period, Guid? PersonId = null, string? Note = null);

/// <summary>One item of property.</summary>
/// <param name="Kind">See <see cref="CaseVocabulary.PropertyKinds"/>.</param>
/// <param name="Value">Yuan, or pieces where the kind counts pieces.</param>
/// <param name="Note">In words.</param>
public sealed record PropertyFacts(string Kind, decimal Value, string? Note = null);

/// <summary>The account the money goes to.</summary>
/// <param name="Holder">Name of the account's holder.</param>
/// <param name="Bank">Name of the bank.</param>
/// <param name="Account">Account number, digits only.</param>
public sealed record PayeeFacts(string Holder, string Bank, string Account);
