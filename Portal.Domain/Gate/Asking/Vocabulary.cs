namespace Portal.Domain.Gate.Asking;

/// <summary>How soon the child needs the place.</summary>
public enum Urgency
{
    Planned,
    SameDay,
    OutOfHours,
}

/// <summary>What kind of place the option is; a remand to local-authority accommodation is an ordinary placement (provider).</summary>
public enum OptionKind
{
    Provider,
    OwnHome,
    OtherAuthorityHome,
    Kinship,
    Secure,
    YouthDetention,
}

/// <summary>Arrangements between authorities that are no procurement: vertical (an owned company) or horizontal (co-operation).</summary>
public enum Exemption
{
    Vertical,
    Horizontal,
}

/// <summary>What is known of the home's registration; an officer's recorded look at the regulator's register counts only when the child is needed within 24 hours.</summary>
public enum RegistrationFact
{
    Active,
    OfficerChecked,
    Suspended,
    Cancelled,
    None,
}

/// <summary>Where the home stands seen from the placing authority.</summary>
public enum Distance
{
    Own,
    Adjoining,
    AtADistance,
}

/// <summary>Who set the framework up: a region, or the national co-operative.</summary>
public enum ContractLevel
{
    Regional,
    National,
}

/// <summary>What a price is per; units are never converted.</summary>
public enum PriceUnit
{
    Week,
    Night,
    Day,
    Hour,
    Session,
    Year,
}

/// <summary>What an itemised extra buys beside the core fee.</summary>
public enum ExtraKind
{
    OneToOneHours,
    Education,
    Therapy,
    Transport,
    Other,
}

/// <summary>In which office somebody approves.</summary>
public enum ApproverRole
{
    NominatedOfficer,
    HeadOfService,
    DirectorOfChildrensServices,
    RccCommissioner,
    Finance,
    Legal,
    QaLead,
}

/// <summary>What an approval is about.</summary>
public enum ApprovalPurpose
{
    Placement,
    Distance,
    Price,
    Quality,
    LegalGround,
}

/// <summary>The service types that a row of the decision table names.</summary>
internal static class ServicesNamed
{
    public const string SupportedAccommodation = "supportedAccommodation";

    public const string SpecialSchool = "specialSchool";

    public const string ResidentialEducation = "residentialEducation";
}
