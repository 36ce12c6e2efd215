using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>What made somebody one of those who are told everything about a tender (A2-06).</summary>
public enum WatchReason
{
    Watching,
    Drafting,
    Downloaded,
    Asked,
}

/// <summary>A person's standing interest in a tender: all of them get the same messages at the same moment (A2-06, D2-07).</summary>
public sealed class TenderWatch : Aggregate
{
    private TenderWatch()
    {
    }

    public TenderId Tender { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public WatchReason Because { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public static TenderWatch Begin(Tender tender, Actor by, WatchReason because, DateTimeOffset now)
    {
        var watch = new TenderWatch { Tender = tender.Id, Person = by.Person, Organisation = by.Organisation, Because = because, Since = now };
        // Why is left out: before the opening nobody learns from the log who drafts a bid (D1-04).
        watch.Happened("tender.watched", tender.Subject, new { });
        return watch;
    }

    /// <summary>Who drafts a bid takes part, and must be told of every change (A7-04, s.31(6)); the log does not say so before the opening.</summary>
    internal void TakesPart() => Because = WatchReason.Drafting;

    public void End(Tender tender)
    {
        if (Because == WatchReason.Drafting)
        {
            throw new RuleBroken("TAKES_PART", "You have begun a bid for this tender, so you are told of every change and answer.", "A7-04");
        }

        Happened("tender.unwatched", tender.Subject, new { });
    }

    /// <summary>A signed-in person took a document: kept for the equal-treatment record (D2-07).</summary>
    public void Download(Tender tender, string document, string sha256) =>
        Happened("tender.documentDownloaded", tender.Subject, new { document, sha256 });
}

/// <summary>A provider's answer that it will not bid, and why; the buyer learns from it.</summary>
public sealed class DeclinedTender : Aggregate
{
    private DeclinedTender()
    {
    }

    public TenderId Tender { get; private set; }

    public OrganisationId Provider { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static DeclinedTender Because(string reason, Tender tender, Actor by, DateTimeOffset now)
    {
        var declined = new DeclinedTender { Tender = tender.Id, Provider = by.Organisation, By = by.Person, At = now };
        declined.Say(reason, tender, now);
        return declined;
    }

    public void Say(string reason, Tender tender, DateTimeOffset now)
    {
        Reason = Tenders.Tender.Wanted(reason, 2000, "Reason", "why you will not bid");
        At = now;
        Happened("tender.declined", tender.Subject, new { Reason });
    }
}
