using Portal.Domain.Organisations;

namespace Portal.Web.Organisations;

/// <summary>What pages call an organisation's traits.</summary>
public static class OrganisationWords
{
    public static string Of(SupplierScale? scale) => scale switch
    {
        null => "Not stated yet",
        { Sme: true, Vcse: true } => "Small or medium-sized; voluntary, community or social enterprise",
        { Sme: true } => "Small or medium-sized enterprise",
        { Vcse: true } => "Large; voluntary, community or social enterprise",
        _ => "Large enterprise",
    };
}
