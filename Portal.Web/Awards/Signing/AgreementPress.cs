using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Printing;

namespace Portal.Web.Awards.Signing;

/// <summary>Prints a winner's agreement from its page; without Chromium the page itself, with its styles inside, is the document.</summary>
public sealed class AgreementPress(PortalDb db, ViewText text, IPdfPrinter printer, IServiceProvider services) : IAgreementPress
{
    private const string View = "/Awards/Signing/AgreementLetter.cshtml";

    public bool PrintsPdf => printer.WhyNot is null;

    public async Task<PrintedAgreement> Print(Tender tender, Award award, OrganisationId party, CancellationToken stop)
    {
        Dictionary<OrganisationId, Organisation> known = await db.Organisations.AsNoTracking().Where(o => o.Id == party || o.Id == tender.Buyer).ToDictionaryAsync(o => o.Id, stop);
        AgreementLetter letter = new(tender, award, known[tender.Buyer], known[party]);
        DefaultHttpContext context = new() { RequestServices = services };
        string html = await text.Letter(new ActionContext(context, new RouteData(), new ActionDescriptor()), View, letter);
        try
        {
            return new PrintedAgreement(await printer.Print(html, $"Agreement {tender.Ref}", stop), AgreementDocument.Pdf);
        }
        catch (PrinterAway)
        {
            return new PrintedAgreement(Encoding.UTF8.GetBytes(html), "text/html");
        }
    }
}

/// <summary>What stands in the agreement of one winner.</summary>
public sealed record AgreementLetter(Tender Tender, Award Award, Organisation Buyer, Organisation Supplier)
{
    public IEnumerable<AwardedBid> Won => Award.Winners.Where(w => w.Bidder == Supplier.Id).OrderBy(w => w.LotNumber.Length).ThenBy(w => w.LotNumber, StringComparer.Ordinal).ThenBy(w => w.HomeUrn, StringComparer.Ordinal);

    public IEnumerable<TenderDocument> Documents => Tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>A price line's unit, as published.</summary>
    public string UnitOf(string lot, string line) => Tender.LotNumbered(lot).PriceLines.FirstOrDefault(l => l.Code == line)?.Unit ?? "";

    /// <summary>Every digit of the bid: prices have up to four decimals.</summary>
    public static string Exact(decimal price) => "£" + price.ToString("#,##0.00##", CultureInfo.InvariantCulture);

    public static string Called(Organisation body) => string.Join(", ", new[] { body.Name, body.Ppon ?? (body.CompanyNumber is { } number ? $"company number {number}" : null), body.Address?.InWords }.OfType<string>());
}
