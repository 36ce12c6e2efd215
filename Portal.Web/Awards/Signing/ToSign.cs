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
    /// <summary>A paper may be recorded here in place of a signature in the portal.</summary>
    public bool MayBePaper { get; init; }

    /// <summary>The supplier's own agreement.</summary>
    public static ToSign ForSupplier(string tenderRef, Award award, OrganisationId party, string action, AwardForm form) =>
        new(action, "Sign the agreement", AgreementLinks.Of(tenderRef, party), award.DocumentOf(party)?.FileName ?? "", award.DocumentOf(party)?.Sha256 ?? "", form);

    /// <summary>The authority's one signature under all agreements.</summary>
    public static ToSign ForAuthority(string tenderRef, Award award, string action, AwardForm form) => new(
        action,
        "Sign for the authority",
        award.Documents is [var only] ? AgreementLinks.Of(tenderRef, only.Party) : AgreementLinks.All(tenderRef),
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
    public static string All(string tenderRef) => $"/tenders/{tenderRef}/agreements";

    public static string List(string tenderRef) => $"/tenders/{tenderRef}/agreements/list.sha256";

    public static string Of(string tenderRef, OrganisationId party) => $"/tenders/{tenderRef}/agreements/{party.Value}";

    /// <summary>Where an agreement that is not there yet is asked for.</summary>
    public static string Printing(string document) => document[..document.LastIndexOf('/')];

    public static string File(string tenderRef, OrganisationId party) => $"{Of(tenderRef, party)}/file";
}
