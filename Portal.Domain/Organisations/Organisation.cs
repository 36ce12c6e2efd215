using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Organisations;

/// <summary>What kind of body an organisation is; a council's own provider bids on the same forms as any other.</summary>
public enum OrganisationKind
{
    Authority,
    RegionalCooperative,
    NationalCooperative,
    HealthPartner,
    YouthJusticePartner,
    Provider,
    OwnProvider,
}

/// <summary>A council, co-operative, partner or provider.</summary>
public sealed class Organisation : Aggregate
{
    private Organisation()
    {
    }

    private Organisation(OrganisationId id, string code, string name, OrganisationKind kind)
    {
        Id = id;
        Code = code;
        Name = name;
        Kind = kind;
    }

    public OrganisationId Id { get; private set; }

    /// <summary>Stable short code: an authority's GSS code, <c>west-midlands</c> for a co-operative, <c>P-100</c> for a provider.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    /// <summary>Central or sub-central: thresholds and periods depend on it. Undecided in law for a national co-operative, so it is set (A1-07).</summary>
    public AuthorityKind Class { get; private set; } = AuthorityKind.SubCentral;

    /// <summary>ONS region of an authority; null elsewhere.</summary>
    public string? Region { get; private set; }

    public string? CompanyNumber { get; private set; }

    /// <summary>Where letters reach it; null until somebody has said so.</summary>
    public PostalAddress? Address { get; private set; }

    /// <summary>A supplier's size and kind; null until it has said so.</summary>
    public SupplierScale? Scale { get; private set; }

    /// <summary>The central digital platform's id, <c>GB-PPON-…</c> (A3-09).</summary>
    public string? Ppon { get; private set; }

    /// <summary>The co-operative an authority belongs to; the owning authority of an own provider.</summary>
    public OrganisationId? Parent { get; private set; }

    /// <summary>When a buyer's administrator verified that this provider's first user may act for it; null until then.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Why a buyer refused to verify, and when; null once verified.</summary>
    public string? VerificationRefusal { get; private set; }

    public bool IsProvider => Kind is OrganisationKind.Provider or OrganisationKind.OwnProvider;

    public bool IsBuyer => Kind is OrganisationKind.Authority or OrganisationKind.RegionalCooperative or OrganisationKind.NationalCooperative;

    /// <summary>On which side of the table it stands.</summary>
    public Side Side => SideOf(Kind);

    /// <summary>On which side of the table bodies of this kind stand.</summary>
    public static Side SideOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Provider or OrganisationKind.OwnProvider => Side.Provider,
        OrganisationKind.RegionalCooperative or OrganisationKind.NationalCooperative => Side.Operator,
        _ => Side.Buyer,
    };

    /// <summary>Records an organisation known from reference data or registered by its first user.</summary>
    public static Organisation Register(string code, string name, OrganisationKind kind, string? region = null, string? companyNumber = null, OrganisationId? parent = null, PostalAddress? address = null)
    {
        var organisation = new Organisation(Kernel.Id.New<OrganisationId>(), code, name, kind) { Region = region, CompanyNumber = companyNumber, Parent = parent, Address = address };
        organisation.Happened("organisation.registered", $"organisation/{code}", new { code, name, kind, region, companyNumber, address = address?.InWords });
        return organisation;
    }

    public void JoinCooperative(OrganisationId cooperative)
    {
        Parent = cooperative;
        Happened("organisation.joinedCooperative", $"organisation/{Code}", new { cooperative });
    }

    /// <summary>Sets the class of a national co-operative, with the decision it rests on; what has begun keeps the class it began with (A1-05, A1-07).</summary>
    public void Classify(AuthorityKind authority, string reason)
    {
        if (Kind != OrganisationKind.NationalCooperative)
        {
            throw new RuleBroken("CLASS_IS_LAW", $"{Name} is sub-central by law; only a national co-operative's class is open.", "A1-07", "Class");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 2000)
        {
            throw new RuleBroken("MISSING", "Say on what decision the class rests, in at most 2,000 characters.", "A1-07", "Reason");
        }

        Class = authority;
        Happened("organisation.classified", $"organisation/{Code}", new { authority, reason });
    }

    public void RecordAddress(PostalAddress address)
    {
        Address = address;
        Happened("organisation.addressRecorded", $"organisation/{Code}", new { address = address.InWords });
    }

    public void StateScale(SupplierScale scale)
    {
        Scale = scale;
        Happened("organisation.scaleStated", $"organisation/{Code}", new { scale.Sme, scale.Vcse });
    }

    public void Verify(DateTimeOffset now, string evidence)
    {
        VerifiedAt = now;
        VerificationRefusal = null;
        Happened("organisation.verified", $"organisation/{Code}", new { evidence });
    }

    /// <summary>The registered user could not be shown to act for the provider; they may not act until somebody verifies after all.</summary>
    public void RefuseVerification(DateTimeOffset now, string reason)
    {
        VerifiedAt = null;
        VerificationRefusal = reason;
        Happened("organisation.verificationRefused", $"organisation/{Code}", new { reason, at = now });
    }
}
