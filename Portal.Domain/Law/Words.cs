namespace Portal.Domain.Law;

/// <summary>Which body of rules a procurement lives under, for its whole life (A1-01, s.3; light touch s.9; Part 6 s.84; PCR 2015 for what began before 24 February 2025).</summary>
public enum Regime
{
    LightTouch,
    Full,
    BelowThreshold,
    Pcr2015,
}

/// <summary>What kind of contracting authority buys (A1-07, Schedule 2 of the Regulations): councils are sub-central; a co-operative inside the department is central.</summary>
public enum AuthorityKind
{
    SubCentral,
    Central,
}

/// <summary>What is bought, as far as thresholds care (A1-03, Schedule 1).</summary>
public enum PurchaseKind
{
    LightTouch,
    GoodsServices,
    Works,
}

/// <summary>How tenders are invited, which decides the shortest lawful tendering period (A5-03, s.54).</summary>
public enum TenderPeriodBasis
{
    ElectronicAllDocuments,
    OneOfTwo,
    Neither,
    Reduced,
}

/// <summary>What allows the ten-day tendering period (A5-03, s.54).</summary>
public enum ReducedPeriodGround
{
    QualifyingPlannedNotice,
    Urgency,
    PreselectedSuppliers,
    DynamicMarket,
}

/// <summary>A duty to publish that is counted in calendar days from a contract's first or last day (A11-01 s.53(1), A11-02 s.53(3)-(4), A11-10 s.80).</summary>
public enum DatedDuty
{
    ContractDetails,
    ContractCopy,
    ContractTermination,
}

/// <summary>How a contract comes about, as far as standstill and notices care (A10-08, s.51(3); A9-06, s.44, 50, 53).</summary>
public enum AwardRoute
{
    Competition,
    DirectAward,
    UrgentDirectAward,
    UserChoiceDirectAward,
    RegulationsToProtectLife,
    FrameworkCallOff,
    DynamicMarket,
}

/// <summary>Whether a contract waits between its award notice and its signature (A10-07 to A10-09, s.51).</summary>
public enum StandstillKind
{
    Mandatory,
    Voluntary,
    None,
}

/// <summary>What a duty to publish hangs on (A14).</summary>
public enum PublishingMoment
{
    Yearly,
    BeforeTender,
    AtTender,
    BeforeDirectAward,
    BeforeSigning,
    AfterSigning,
    BeforeChange,
    AfterEnd,
    AfterTermination,
}

/// <summary>How suppliers may join a framework after its first award, and on what legal ground (A8-05, A8-07).</summary>
public enum JoiningRule
{
    Never,
    OpenFramework,
    LightTouchFreedom,
}
