using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Bids.Opening;

/// <summary>Opened bids for the tender's team. Every look is written to the read log.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tender}/opened-bids")]
public sealed class OpenedBidsController(PortalDb db, ReadOpenedBid read, ReadOpenedFile file, SealedFiles store) : PageController
{
    [HttpGet]
    public async Task<IActionResult> List(string tender, CancellationToken cancel)
    {
        Tender found = await db.LoadTender(Actor, tender, cancel);
        OpeningRules.MustBeReader(Actor, found);
        await db.MustHaveDeclared(Actor, found, cancel);
        IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(found.Id, cancel);
        IReadOnlyDictionary<OrganisationId, string> names = await Names(found, bids, cancel);
        return View("OpenedBids", new OpenedBidsPage(found.Ref, found.Title, found.Stage, [.. bids.Select(b => new OpenedBidRow(b.Id.Value, b.LotNumber, b.Alias, names.GetValueOrDefault(b.Bidder), b.ReceivedAt))]));
    }

    [HttpGet("{submission}")]
    public async Task<IActionResult> Read(string tender, SubmissionId submission, CancellationToken cancel)
    {
        Tender found = await db.LoadTender(Actor, tender, cancel);
        await db.MustHaveDeclared(Actor, found, cancel);
        OpenedContent content = await read.Execute(Actor, submission, cancel);
        IReadOnlyDictionary<OrganisationId, string> names = await Names(found, [content.Bid], cancel);
        if (NamesAreHidden(found))
        {
            content = content with { Files = [.. content.Files.Select(f => f with { Name = NamelessFiles.Of(f) })] };
        }

        return content.Bid.TenderRef != found.Ref
            ? throw new NotFound("That bid")
            : View("OpenedBid", new OpenedBidPage(found.Title, found.LotNumbered(content.Bid.LotNumber), content, names.GetValueOrDefault(content.Bid.Bidder)));
    }

    [HttpGet("{submission}/files/{upload}")]
    public async Task<IActionResult> Download(string tender, SubmissionId submission, UploadId upload, CancellationToken cancel)
    {
        Tender asked = await db.LoadTender(Actor, tender, cancel);
        await db.MustHaveDeclared(Actor, asked, cancel);
        (OpenedFile found, OrganisationId owner) = await file.Execute(Actor, submission, upload, cancel);
        string name = NamesAreHidden(asked) ? NamelessFiles.Of(found) : found.Name;
        Untrusted.Announce(Response, name, found.Type, found.Bytes);
        await store.Read(owner, found.Keys, Response.Body, cancel);
        return new EmptyResult();
    }

    private bool NamesAreHidden(Tender tender) => tender.HideBidderNames && !tender.ShowsPrices && !Actor.Is(Role.Legal, Role.Commissioner, Role.RccCommissioner);

    /// <summary>Names where the tender does not hide them from this reader: never from evaluators while it does.</summary>
    private async Task<IReadOnlyDictionary<OrganisationId, string>> Names(Tender tender, IReadOnlyList<OpenedBid> bids, CancellationToken cancel)
    {
        OrganisationId[] bidders = NamesAreHidden(tender) ? [] : [.. bids.Select(b => b.Bidder)];
        return await db.Organisations.Where(o => bidders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }
}

/// <summary>All opened bids of a tender.</summary>
public sealed record OpenedBidsPage(string Ref, string Title, TenderStage Stage, IReadOnlyList<OpenedBidRow> Bids);

/// <summary>One opened bid in the list; the name is null where it is hidden.</summary>
public sealed record OpenedBidRow(Guid Submission, string Lot, string Alias, string? Name, DateTimeOffset ReceivedAt);

/// <summary>One opened bid.</summary>
public sealed record OpenedBidPage(string TenderTitle, Lot Lot, OpenedContent Opened, string? Name);
