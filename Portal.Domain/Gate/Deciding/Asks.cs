using Portal.Domain.Gate.Asking;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The approvals that rows and modifiers ask for, by the contract's words.</summary>
internal static class Asks
{
    public static readonly ApprovalNeed DirectorPlacement = new(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement);

    public static readonly ApprovalNeed DirectorQuality = new(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Quality);

    public static readonly ApprovalNeed DirectorDistance = new(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance);

    public static readonly ApprovalNeed OfficerDistance = new(ApproverRole.NominatedOfficer, ApprovalPurpose.Distance);

    public static readonly ApprovalNeed HeadOfServicePlacement = new(ApproverRole.HeadOfService, ApprovalPurpose.Placement);

    public static readonly ApprovalNeed CommissionerPlacement = new(ApproverRole.RccCommissioner, ApprovalPurpose.Placement);

    public static readonly ApprovalNeed CommissionerPrice = new(ApproverRole.RccCommissioner, ApprovalPurpose.Price);

    public static readonly ApprovalNeed FinancePrice = new(ApproverRole.Finance, ApprovalPurpose.Price);

    public static readonly ApprovalNeed LegalGround = new(ApproverRole.Legal, ApprovalPurpose.LegalGround);

    public static readonly ApprovalNeed QualityLead = new(ApproverRole.QaLead, ApprovalPurpose.Quality);
}

/// <summary>The flags that decisions carry.</summary>
public static class Flag
{
    public const string QaStop = "QA_STOP";

    public const string QaCaution = "QA_CAUTION";

    public const string Capacity = "CAPACITY";

    public const string PriceAboveRegister = "PRICE_ABOVE_REGISTER";

    public const string Foreseeable = "FORESEEABLE";

    public const string SameBedPremium = "SAME_BED_PREMIUM";

    public const string Override = "OVERRIDE";

    public const string Distance = "DISTANCE";

    public const string Segregation = "SEGREGATION";
}
