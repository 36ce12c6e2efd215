using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Signing;

/// <summary>The printed agreements of an award: who has read access sees each with its hash and its signatures; they are printed here when that waits.</summary>
[Authorize(Policies.SignedIn)]
[Route("/tenders/{tenderRef}/agreements")]
public sealed class AgreementsController(PortalDb db, IAgreementPress press, PrintAgreements print) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel)
    {
        AgreementReading read = await AgreementReading.Load(db, Actor, new AwardRef(tenderRef, part), cancel);
        read.MustBeBuyer();
        bool prints = Actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService);
        int pages = read.Award.Documents.Count(d => !d.IsPdf && !read.Award.HasSigned(d.Party));
        return View(new AgreementsPage(read.Tender, read.Award, prints && read.Award.Stage < AwardStage.Signed && (read.Award.WithoutAgreement.Count > 0 || (pages > 0 && press.PrintsPdf))));
    }

    [HttpPost]
    public async Task<IActionResult> Print(string tenderRef, int part, CancellationToken cancel)
    {
        int left = await print.Execute(Actor, new AwardRef(tenderRef, part), cancel);
        Tell(left == 0 ? "Printed. Read it before anybody signs." : $"{PrintAgreements.AtOnce} are printed, {left} still wait. Print the next.");
        return Redirect(Actor.Is(Role.ProviderBidder) ? AgreementLinks.Of(new AwardRef(tenderRef, part), Actor.Organisation) : AgreementLinks.All(new AwardRef(tenderRef, part)));
    }

    /// <summary>The list that the authority's signature stands for, as <c>sha256sum -c</c> reads it.</summary>
    [HttpGet("list.sha256")]
    public async Task<IActionResult> List(string tenderRef, int part, CancellationToken cancel)
    {
        AgreementReading read = await AgreementReading.Load(db, Actor, new AwardRef(tenderRef, part), cancel);
        read.MustBeBuyer();
        return File(System.Text.Encoding.UTF8.GetBytes(AgreementDocument.List(read.Award.Documents)), "text/plain; charset=utf-8", $"agreements-{tenderRef}{read.Award.Ref.Suffix}.sha256");
    }
}

/// <summary>The page.</summary>
public sealed record AgreementsPage(Tender Tender, Award Award, bool MayPrint)
{
    public (string Text, string Href)[] Trail => AgreementReading.TrailOf(Tender, Award, buyer: true);

    public string NameOf(OrganisationId party) => Award.Winners.First(w => w.Bidder == party).BidderName;
}
