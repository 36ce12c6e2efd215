using Portal.Domain.Organisations;

namespace Portal.Web.Audit.Sentences;

/// <summary>What kind of organisation somebody acts for, in words: who only downloaded is no "provider" if it is a council.</summary>
public static class OrganisationWords
{
    /// <summary>Whether organisations of this kind send bids, so that their names are hidden before the opening.</summary>
    public static bool Bids(OrganisationKind kind) => kind is OrganisationKind.Provider or OrganisationKind.OwnProvider;

    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Authority => "A local authority",
        OrganisationKind.RegionalCooperative => "A regional co-operative",
        OrganisationKind.NationalCooperative => "The national co-operative",
        OrganisationKind.HealthPartner => "A health partner",
        OrganisationKind.YouthJusticePartner => "A youth justice partner",
        _ => "A provider",
    };
}
