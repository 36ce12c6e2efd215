using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Audit;

/// <summary>A tender's story from the log for legal: who did what when, each line with its place in the log and its proof.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tender}/timeline")]
public sealed class TimelineController(PortalDb db, ProveEntry prove, LogSequencer sequencer) : PageController
{
    private const int PageSize = 100;

    [HttpGet]
    public async Task<IActionResult> Show(string tender, string? after, string? about, CancellationToken cancel)
    {
        Tender found = await Load(tender, cancel);
        await sequencer.NumberPending(cancel);
        long from = long.TryParse(after, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long row) ? row : 0;
        List<LogEntry> entries = await Entries(found, about).Where(e => e.Row > from).OrderBy(e => e.Row).Take(PageSize + 1).ToListAsync(cancel);
        OrganisationId[] organisations = [.. entries.Select(e => e.Organisation).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        Guid[] ids = [.. entries.Select(e => e.Id)];
        Dictionary<Guid, string?> payloads = await db.LogPayloads.AsNoTracking().Where(p => ids.Contains(p.Entry)).ToDictionaryAsync(p => p.Entry, p => p.Json, cancel);
        OrganisationId? shown = HiddenBidders.Of(found) ? found.Buyer : null;
        PageOf<TimelineLine> lines = PageOf.From(
            [.. entries.Select(e => Line(e, names.GetValueOrDefault(e.Organisation), payloads.GetValueOrDefault(e.Id), shown))], l => l.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), PageSize);
        return View(new TimelinePage(found.Ref, found.Title, shown is not null, about, lines));
    }

    [HttpGet("{index}.tlog-proof")]
    public async Task<IActionResult> Proof(string tender, long index, CancellationToken cancel)
    {
        Tender found = await Load(tender, cancel);
        if (!ModelState.IsValid || !await Entries(found, null).AnyAsync(e => e.Index == index, cancel))
        {
            throw new NotFound($"Log entry {index} of this tender");
        }

        return File(System.Text.Encoding.UTF8.GetBytes((await prove.Execute(index, cancel)).ToString()), "text/plain; charset=utf-8", $"entry-{index}.tlog-proof");
    }

    [HttpGet("pack.zip")]
    public async Task<IActionResult> Pack([FromServices] AuditPack pack, string tender, CancellationToken cancel)
    {
        Tender found = await Load(tender, cancel);
        if (HiddenBidders.Of(found))
        {
            throw new RuleBroken("SEALED", "The pack names bidders, so it is made only after the opening.", "D1-02");
        }

        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{found.Ref}.zip\"";
        await pack.Write(found.Ref, Response.BodyWriter.AsStream(), cancel);
        return new EmptyResult();
    }

    /// <param name="shown">The only organisation whose people are named; null when all are.</param>
    private static TimelineLine Line(LogEntry entry, string? organisation, string? payload, OrganisationId? shown)
    {
        bool bidder = shown is { } buyer && entry.Organisation != buyer && entry.Person != default;
        return new TimelineLine(
            entry.Row, entry.Index, entry.At, entry.Action, entry.Subject, bidder ? "A provider" : entry.PersonName, bidder ? null : organisation, bidder ? null : payload);
    }

    private async Task<Tender> Load(string reference, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, reference, cancel);
        return tender.Buyer == Actor.Organisation ? tender : throw new NotFound($"Tender {reference}");
    }

    // How many bid is as secret as who: until the opening no line of a bid is shown, nor proved.
    private IQueryable<LogEntry> Entries(Tender tender, string? about)
    {
        string self = tender.Subject;
        string below = self + "/";
        string bids = $"bid/{tender.Ref}/";
        IQueryable<LogEntry> all = HiddenBidders.Of(tender)
            ? db.LogEntries.AsNoTracking().Where(e => (e.Subject == self || e.Subject.StartsWith(below)) && !e.Action.StartsWith("bid."))
            : db.LogEntries.AsNoTracking().Where(e => e.Subject == self || e.Subject.StartsWith(below) || e.Subject.StartsWith(bids));
        return string.IsNullOrEmpty(about) ? all : all.Where(e => e.Action.StartsWith(about));
    }
}

/// <summary>The timeline page.</summary>
public sealed record TimelinePage(string Ref, string Title, bool BiddersHidden, string? About, PageOf<TimelineLine> Lines);

/// <summary>One happening.</summary>
public sealed record TimelineLine(long Row, long? Index, DateTimeOffset At, string Action, string Subject, string Person, string? Organisation, string? Payload);
