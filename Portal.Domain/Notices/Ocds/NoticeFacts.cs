using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>Everything a release is written from.</summary>
/// <param name="Earlier">The kinds of the notices that the tender has already, oldest first.</param>
public sealed record NoticeFacts(
    NoticeSettings Settings,
    Tender Tender,
    NoticeKind Kind,
    NoticeAddress Address,
    DateTimeOffset At,
    IReadOnlyList<NoticeKind> Earlier,
    IReadOnlyList<AwardedLot> Awarded,
    IReadOnlyDictionary<OrganisationId, Organisation> Parties)
{
    /// <summary>What a person answered for a prepared notice.</summary>
    public NoticeAnswers Said { get; init; } = NoticeAnswers.None;

    /// <summary>The one lot that a termination notice ends while the others go on; null when it ends the whole procurement (A11-11).</summary>
    public Lot? EndedLot { get; init; }

    /// <summary>Of an award or contract details notice: which of the tender's awards it tells of. Null of every other notice.</summary>
    public int? Part { get; init; }

    /// <summary>The awarded lots that the notice tells of.</summary>
    public IReadOnlyList<AwardedLot> Told => Part is { } part ? [.. Awarded.Where(lot => lot.Part == part)] : Awarded;

    /// <summary>The lots that the notice tells of, where only some of the tender's are.</summary>
    public string? LotsInWords => Part is { } part && Tender.HasLotsApart ? Tender.PartInWords(part) : null;

    /// <summary>The last day on which somebody of the panel declared interests with the bidders known; only of a contract that is entered into.</summary>
    public DateOnly? PanelDeclaredOn { get; init; }

    /// <summary>A UK4 that follows an earlier UK4 (A7-04).</summary>
    public bool Revised => Kind == NoticeKind.Tender && Earlier.Contains(NoticeKind.Tender);

    public bool AboveThreshold => Tender.Regime != Regime.BelowThreshold;

    /// <summary>What the law has the notice say that nobody has recorded yet; it is published all the same.</summary>
    public IReadOnlyList<Reason> Unsaid => Parties[Tender.Buyer].Address is { Email.Length: > 0 }
        ? []
        : [new Reason("NO_ADDRESS", "The authority’s postal address and mailbox for notices are not recorded. Its administrator records them on its own page under Organisations.", "A4-06")];

    /// <summary>The notice as a document of the release (B1-04).</summary>
    public Document NoticeDocument
    {
        get
        {
            NoticeWords words = NoticeWords.Of(Kind);
            return new Document(
                Address.ReleaseId,
                words.DocumentType,
                words.Number,
                words.Title,
                Url: new Uri(Settings.NoticeAddress(Tender.Ref, Address.ReleaseId)),
                DatePublished: Stamp(At),
                Format: "text/html");
        }
    }

    /// <summary>Confirms the conflicts assessment without publishing it (A3-08, B1-16).</summary>
    public Document? ConflictsDocument => Tender.Conflicts is not { } assessed
        ? null
        : new Document("conflictOfInterest", "conflictOfInterest", Description: $"A conflicts assessment has been prepared; it was last revised on {LondonTime.Day(LondonTime.DateOf(assessed.At))}.{(PanelDeclaredOn is { } declared ? $" Everybody who assessed tenders declared interests after the bidders were known, last on {LondonTime.Day(declared)}." : "")} It is not published.");

    /// <summary>Reads what a notice of that kind would say at that instant.</summary>
    public static async Task<NoticeFacts> Gather(PortalDb db, NoticeSettings settings, Tender tender, NoticeKind kind, DateTimeOffset at, NoticeAnswers said, CancellationToken cancellation)
    {
        NoticeAnswers answers = tender.IsDirect && said.Values.Count == 0 && await db.DirectAwardOf(tender.Id, cancellation) is { } direct ? DirectAwardAnswers.Of(tender, direct) : said;
        var earlier = await db.Notices.AsNoTracking().Where(n => n.Tender == tender.Id).OrderBy(n => n.Row).Select(n => new { n.Kind, n.NationalOcid }).ToListAsync(cancellation);
        AwardedLot[] awarded = await AwardedLot.Read(db, tender, cancellation);
        OrganisationId[] named = [tender.Buyer, .. awarded.SelectMany(lot => lot.Suppliers.Concat(lot.Unsuccessful).Concat(lot.Assessed)), .. answers.Organisation("supplier") is { } chosen ? new[] { chosen } : []];
        Dictionary<OrganisationId, Organisation> parties = await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);

        // The ocid that the national platform gave to an earlier notice links the later ones to it (B1-03).
        string ocid = earlier.Select(n => n.NationalOcid).FirstOrDefault(national => national is not null) ?? settings.OcidOf(tender.Ref);
        string releaseId = string.Create(CultureInfo.InvariantCulture, $"{tender.Ref.ToLowerInvariant()}-{earlier.Count + 1:000}");
        return new NoticeFacts(settings, tender, kind, new NoticeAddress(ocid, releaseId), at, [.. earlier.Select(n => n.Kind)], awarded, parties) { Said = answers, Part = kind is NoticeKind.ContractAward or NoticeKind.ContractDetails ? 0 : null, PanelDeclaredOn = kind == NoticeKind.ContractDetails ? await db.LastDeclared(tender.Id, cancellation) : null };
    }

    /// <summary>An instant as notices write it: London's time with its offset (A5-08), whole seconds.</summary>
    public static DateTimeOffset Stamp(DateTimeOffset instant)
    {
        DateTimeOffset local = LondonTime.Local(instant);
        return local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>A day's first second in London.</summary>
    public static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? LondonTime.Local(LondonTime.StartOfDay(date)) : null;

    /// <summary>A day's last second in London, with that day's own offset (B1-18).</summary>
    public static DateTimeOffset? EndOf(DateOnly? day) => day is { } date ? LondonTime.Local(LondonTime.StartOfDay(date.AddDays(1)).AddSeconds(-1)) : null;

    public static Value? Amount(Money? net, Money? gross) => net is null && gross is null ? null : new Value(Rounded(net), Rounded(gross));

    /// <summary>The organisation's id in releases: its PPON, else its company number, else the portal's own code (B1-10).</summary>
    public PartyReference Reference(OrganisationId id) => Reference(Parties[id]);

    public static PartyReference Reference(Organisation organisation) => new(IdOf(organisation), organisation.Name);

    public static string IdOf(Organisation organisation) =>
        organisation.Ppon ?? (organisation.CompanyNumber is { } company ? $"GB-COH-{company}" : organisation.Code);

    private static decimal? Rounded(Money? money) => money is { } amount ? Math.Round(amount.Amount, 2, MidpointRounding.AwayFromZero) : null;
}
