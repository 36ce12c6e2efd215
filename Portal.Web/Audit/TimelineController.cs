using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Awards;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Audit.Sentences;
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
        PageOf<TimelineLine> lines = PageOf.From(await Lines(found, entries, cancel), l => l.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), PageSize);
        return View(new TimelinePage(found.Ref, found.Title, HiddenBidders.Of(found), about, lines) { BiddersSoFar = await db.BiddersSoFar(found, Actor, cancel) });
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

    private async Task<IReadOnlyList<TimelineLine>> Lines(Tender tender, List<LogEntry> entries, CancellationToken cancel)
    {
        Guid[] ids = [.. entries.Select(e => e.Id)];
        OrganisationId[] acting = [.. entries.Select(e => e.Organisation).Distinct()];
        Dictionary<Guid, string?> payloads = await db.LogPayloads.AsNoTracking().Where(p => ids.Contains(p.Entry)).ToDictionaryAsync(p => p.Entry, p => p.Json, cancel);
        Dictionary<OrganisationId, Organisation> organisations = await db.Organisations.AsNoTracking().Where(o => acting.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        LogNames names = await LogNames.Of(db, tender, [.. payloads.Values.OfType<string>(), .. entries.Select(e => e.Subject)], cancel);
        return [.. entries.Select(e => Line(e, organisations.GetValueOrDefault(e.Organisation), payloads.GetValueOrDefault(e.Id)))];

        TimelineLine Line(LogEntry entry, Organisation? organisation, string? payload)
        {
            bool nameless = HiddenBidders.Of(tender) && entry.Person != default && entry.Organisation != tender.Buyer && (organisation is null || OrganisationWords.Bids(organisation.Kind));
            Told told = new(entry.Subject, JsonSerializer.Deserialize<JsonElement>(nameless ? "{}" : payload ?? "{}"), names);
            string who = nameless ? OrganisationWords.Of(OrganisationKind.Provider) : entry.PersonName;
            return new TimelineLine(entry.Row, entry.Index, entry.At, who, nameless ? null : organisation?.Name, LogSentence.Of(entry.Action, told), told.All(), payload is null) { Award = AwardOf(tender, entry.Subject) };
        }
    }

    // Which of several awards a line is about; one that was given up has no lots any more.
    private static string? AwardOf(Tender tender, string subject) => AwardRef.OfSubject(subject).Part is not (> 0 and var part) ? null
        : tender.Lots.Any(l => l.Part == part) ? $"Award of {tender.PartInWords(part)}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Separate award {part}");

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
public sealed record TimelinePage(string Ref, string Title, bool BiddersHidden, string? About, PageOf<TimelineLine> Lines)
{
    /// <summary>How many suppliers have bid, where the tender shows the number before the opening.</summary>
    public int? BiddersSoFar { get; init; }
}

/// <summary>One happening.</summary>
public sealed record TimelineLine(long Row, long? Index, DateTimeOffset At, string Who, string? Organisation, string Sentence, IReadOnlyList<ToldFact> Facts, bool Erased)
{
    /// <summary>The separate award that it is about; null of everything else.</summary>
    public string? Award { get; init; }
}
