using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;

namespace Portal.Web.Awards.Signing;

/// <summary>The part of a page on which somebody signs: the document, its hash, and the form.</summary>
/// <param name="Action">Where the signature is posted.</param>
/// <param name="Document">Where the document, or the list of documents, is read.</param>
/// <param name="Called">What is signed, in words.</param>
public sealed record ToSign(string Action, string Button, string Document, string Called, string Sha256, AwardForm Form)
{
    /// <summary>Where an agreement that is not there yet is asked for.</summary>
    public string Printing { get; init; } = "";

    /// <summary>A paper may be recorded here in place of a signature in the portal.</summary>
    public bool MayBePaper { get; init; }

    /// <summary>The supplier's own agreement.</summary>
    public static ToSign ForSupplier(AwardRef which, Award award, OrganisationId party, string action, AwardForm form) =>
        new(action, "Sign the agreement", AgreementLinks.Of(which, party), award.DocumentOf(party)?.FileName ?? "", award.DocumentOf(party)?.Sha256 ?? "", form) { Printing = AgreementLinks.All(which) };

    /// <summary>The authority's one signature under all agreements.</summary>
    public static ToSign ForAuthority(AwardRef which, Award award, string action, AwardForm form) => new(
        action,
        "Sign for the authority",
        award.Documents is [var only] ? AgreementLinks.Of(which, only.Party) : AgreementLinks.All(which),
        award.Documents is [var one] ? one.FileName : $"{award.Documents.Count} agreements, by the list of their hashes",
        award.DocumentsSha256,
        form)
    {
        MayBePaper = true,
    };
}

/// <summary>Addresses of printed agreements, written once.</summary>
public static class AgreementLinks
{
    public static string All(AwardRef which) => $"/tenders/{which.Tender}/agreements{AwardLinks.Query(which)}";

    public static string List(AwardRef which) => $"/tenders/{which.Tender}/agreements/list.sha256{AwardLinks.Query(which)}";

    public static string Of(AwardRef which, OrganisationId party) => $"/tenders/{which.Tender}/agreements/{party.Value}{AwardLinks.Query(which)}";

    /// <summary>Where a copy of an agreement is checked.</summary>
    public static string Check(AwardRef which, OrganisationId party) => $"/tenders/{which.Tender}/agreements/{party.Value}/check{AwardLinks.Query(which)}";

    public static string File(AwardRef which, OrganisationId party) => $"/tenders/{which.Tender}/agreements/{party.Value}/file{AwardLinks.Query(which)}";
}
