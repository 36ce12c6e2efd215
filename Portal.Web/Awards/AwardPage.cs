using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Signing;

namespace Portal.Web.Awards;

/// <summary>One step of an award, as the task list shows it.</summary>
public sealed record AwardStep(string Title, string Status, string? Detail);

/// <summary>A lot of a large award: its suppliers, its awarded bids or homes, and how many suppliers have signed.</summary>
public sealed record AwardedLotLine(string Lot, int Suppliers, int Awarded, int Signed);

/// <summary>The reason or the signature that the next step needs.</summary>
public sealed record AwardForm
{
    public string? Reason { get; init; }

    public string? Signatory { get; init; }

    public string? Position { get; init; }

    /// <summary>The hash of the document as the page showed it.</summary>
    public string? Shown { get; init; }

    /// <summary>What the person's passkey answered (JSON).</summary>
    public string? Credential { get; init; }

    public bool OnPaper { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string? KeptAt { get; init; }

    /// <summary>New days of the contract, where the published ones can no longer be met.</summary>
    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}

/// <summary>The award page: steps, winners, and the one form that comes next for this reader.</summary>
public sealed record AwardPage(AwardRef Place, string Title, TenderStage Stage, Award? Award, IReadOnlyList<AwardStep> Steps, IReadOnlyList<Reason> Blocks, AwardForm Form)
{
    /// <summary>The tender's reference.</summary>
    public string Ref => Place.Tender;

    /// <summary>The lots of this award, where the tender has several awards: "lots 1 and 3".</summary>
    public string? Lots { get; init; }

    /// <summary>The tender's other awards, by their lots.</summary>
    public IReadOnlyList<OtherAward> Others { get; init; } = [];

    /// <summary>Some lots may be awarded before the others by this reader.</summary>
    public bool MaySetApart { get; init; }

    /// <summary>No lot is left in this award.</summary>
    public bool IsOver { get; init; }

    /// <summary>This award of some lots may still be given up by this reader.</summary>
    public bool MayGiveUp { get; init; }

    /// <summary>recommend, decide, summaries, notice, sign; empty when the reader has nothing to do now.</summary>
    public string Next { get; init; } = "";

    /// <summary>Lots that ended alone, so that nobody looks for them among the awarded.</summary>
    public IReadOnlyList<Lot> Ended { get; init; } = [];

    /// <summary>Lots that may still be ended alone by this reader.</summary>
    public IReadOnlyList<Lot> MayEnd { get; init; } = [];

    public string NextBy { get; init; } = "";

    public IReadOnlyList<string> Proposed { get; init; } = [];

    /// <summary>What the ranking asks to be looked at before anything is recommended: single bids, prices far off.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The published limit on what one supplier is awarded, in words; null where there is none.</summary>
    public string? Limit { get; init; }

    /// <summary>Who goes without a lot only because of the limit.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>What the authority signs; null before there is anything to sign.</summary>
    public ToSign? ToSign { get; init; }

    /// <summary>Winners without a recorded postal address, which the letters must give (reg. 31).</summary>
    public IReadOnlyList<Organisation> WithoutAddress { get; init; } = [];

    /// <summary>The lot looked at, where there are too many winners for one table.</summary>
    public string? Lot { get; init; }

    /// <summary>Every winner, or those of the lot looked at; none while there are too many and no lot is chosen.</summary>
    public IReadOnlyList<AwardedBid> Shown => Lot is not null ? [.. Winners.Where(w => w.LotNumber == Lot)] : Winners.Count <= MostRows ? Winners : [];

    /// <summary>The lots with their winners and signatures counted, where there are too many winners for one table.</summary>
    public IReadOnlyList<AwardedLotLine> ByLot => Winners.Count <= MostRows
        ? []
        : [.. Winners.GroupBy(w => w.LotNumber).OrderBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).Select(LineOf)];

    private const int MostRows = 120;

    private IReadOnlyList<AwardedBid> Winners => Award?.Winners ?? [];

    private AwardedLotLine LineOf(IGrouping<string, AwardedBid> lot)
    {
        HashSet<OrganisationId> signed = [.. Award!.Signatures.Select(s => s.Party)];
        OrganisationId[] suppliers = [.. lot.Select(w => w.Bidder).Distinct()];
        return new AwardedLotLine(lot.Key, suppliers.Length, lot.Count(), suppliers.Count(signed.Contains));
    }

    /// <summary>Record the authority's own decision to award.</summary>
    public bool MayApprove { get; init; }

    public bool MayReadCases { get; init; }

    public bool MayNoteClaim { get; init; }

    public bool MayWithhold { get; init; }

    public bool IsCommissioner { get; init; }

    /// <summary>The letters of the latest decision, with when each was first read.</summary>
    public IReadOnlyList<AssessmentSummary> Told { get; init; } = [];

    /// <summary>Every letter, or those of the lot looked at; none while there are too many and no lot is chosen.</summary>
    public IReadOnlyList<AssessmentSummary> ToldShown => Lot is not null ? [.. Told.Where(t => t.LotNumber == Lot)] : Told.Count <= MostRows ? Told : [];

    public IReadOnlyList<FeedbackRequest> Feedback { get; init; } = [];

    public bool MayEndClaim { get; init; }

    /// <summary>The day of the last conflicts assessment, where it is from before the bidders were known: the contract details notice confirms that it was kept under review (A3-08).</summary>
    public DateOnly? ConflictsAssessedOn { get; init; }

    public bool MayDrop { get; init; }

    public bool MayRecordPaper { get; init; }

    public static async Task<AwardPage> Read(PortalDb db, TimeProvider clock, Actor actor, AwardRef which, AwardForm form, CancellationToken cancel)
    {
        Tender tender = await Ranked(db, actor, which.Tender, cancel);
        Award? award = await AwardAt(db, tender, which, cancel);
        IReadOnlyList<LotRanking> rankings = Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, cancel));
        bool over = NothingLeft(tender, which);
        bool recommend = !over && IsToRecommend(award, rankings);
        IReadOnlyList<Reason> blocks = recommend ? await BeforeRecommending(db, tender, which.Part, rankings, cancel) : over ? [] : [.. await db.WhatStandsAgainst(tender.Id, [.. award!.WinningBidders], cancel), .. award.WhatBlocksSigning(tender, clock.GetUtcNow())];
        AwardPage page = new AwardPage(which, tender.Title, tender.Stage, award, AwardSteps.Of(tender, award, clock.GetUtcNow()), blocks, form).Among(actor, tender, award, await db.AwardsOf(tender.Id, cancel));
        Award? recommended = recommend ? null : award;
        (string next, Role[] by) = over ? ("", []) : NextStep(recommended?.Stage);
        page = page.Proposing(tender, recommended, rankings) with { Next = actor.Is(by) ? next : "", NextBy = Who(next, by) };
        if (award is null)
        {
            return page;
        }

        return page.For(actor, tender, award, clock.GetUtcNow()) with
        {
            WithoutAddress = award.Stage == AwardStage.Decided ? await db.WinnersWithoutAddress(award, cancel) : [],
            Told = await ToldOf(db, tender, award, cancel),
            Feedback = await db.FeedbackRequests.AsNoTracking().Where(f => f.Tender == tender.Id).OrderBy(f => f.AskedAt).ToListAsync(cancel),
        };
    }

    // Every lot of it has ended, is awarded apart or went back to the others.
    private static bool NothingLeft(Tender tender, AwardRef which) => (which.Part > 0 || tender.HasLotsApart) && !tender.LotsOfPart(which.Part).Any();

    /// <summary>With its place among the tender's awards and what the reader may do beside the next step.</summary>
    private AwardPage Among(Actor actor, Tender tender, Award? award, IReadOnlyList<Award> all)
    {
        bool commissions = actor.Is(Role.Commissioner, Role.RccCommissioner);
        return this with
        {
            IsOver = NothingLeft(tender, Place),
            Lots = tender.HasLotsApart ? tender.PartInWords(Place.Part) : null,
            Others = OtherAward.Than(Place, tender, all),
            MaySetApart = commissions && LotsMayLeave(tender, Place, award),
            MayGiveUp = commissions && LotsMayComeBack(tender, Place, all),
            Ended = [.. tender.LotsEnded.Where(l => l.Part == Place.Part)],
            MayEnd = EndableBy(actor, tender, Place.Part),
            MayReadCases = commissions || actor.Is(Role.Legal),
            MayApprove = commissions && TakesApproval(tender, Place, award),
        };
    }

    private static bool LotsMayLeave(Tender tender, AwardRef which, Award? award) =>
        which.Part == 0 && tender is { Stage: TenderStage.Deciding, IsDirect: false } && tender.LotsOfPart(0).Skip(1).Any() && award is null or { Stage: <= AwardStage.Decided };

    private static bool LotsMayComeBack(Tender tender, AwardRef which, IReadOnlyList<Award> all) =>
        which.Part > 0 && tender.Stage == TenderStage.Deciding && tender.LotsOfPart(which.Part).Any() && all.Where(a => a.Part == which.Part).All(a => a.MayBeGivenUp) && all.Where(a => a.Part == 0).All(a => a.Stage <= AwardStage.Decided);

    private static bool TakesApproval(Tender tender, AwardRef which, Award? award) =>
        which.Part == 0 ? tender.Stage is TenderStage.Deciding or TenderStage.Standstill or TenderStage.ReadyToSign : award is { Stage: < AwardStage.Signed };

    private static async Task<Award?> AwardAt(PortalDb db, Tender tender, AwardRef which, CancellationToken cancel) =>
        await db.AwardOf(tender.Id, which.Part, cancel) ?? (which.Part == 0 ? null : throw new NotFound("That award"));

    private static IReadOnlyList<Lot> EndableBy(Actor actor, Tender tender, int part) => tender.IsDirect || tender.Buyer != actor.Organisation || !actor.Is(Role.Commissioner, Role.RccCommissioner)
        ? []
        : [.. tender.LotsOfPart(part).Where(l => tender.WhatBlocksEnding(l).Count == 0)];

    private static async Task<IReadOnlyList<AssessmentSummary>> ToldOf(PortalDb db, Tender tender, Award award, CancellationToken cancel)
    {
        HashSet<string> mine = [.. tender.Lots.Where(l => l.Part == award.Part).Select(l => l.Number)];
        return (await db.AssessmentSummaries.AsNoTracking().Where(s => s.Tender == tender.Id && s.Round == award.Round).OrderBy(s => s.LotNumber).ToListAsync(cancel)).FindAll(s => mine.Contains(s.LotNumber));
    }

    private static async Task<Tender> Ranked(PortalDb db, Actor actor, string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, cancel);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal, Role.Finance);
        return tender.Stage >= TenderStage.Deciding ? tender : throw new RuleBroken("WRONG_STAGE", "There is nothing to award before the lots are ranked.", "A10-01");
    }

    /// <summary>With what is proposed now, or who was passed over when the award was recommended.</summary>
    private AwardPage Proposing(Tender tender, Award? recommended, IReadOnlyList<LotRanking> rankings)
    {
        AwardPage page = this with { Limit = tender.LotLimit?.InWords };
        if (recommended is not null)
        {
            return page with { PassedOver = ProposalWords.PassedOver(recommended) };
        }

        IReadOnlyList<ProposedLot> proposed = AwardProposal.Of(tender, rankings);
        return page with
        {
            Notes = [.. rankings.SelectMany(r => r.Findings.Warnings.Select(w => $"Lot {r.LotNumber}: {w.Text}"))],
            Proposed = [.. proposed.SelectMany(ProposalWords.Awarded)],
            PassedOver = [.. proposed.SelectMany(p => ProposalWords.PassedOver(proposed, p))],
        };
    }

    private static async Task<IReadOnlyList<Reason>> BeforeRecommending(PortalDb db, Tender tender, int part, IReadOnlyList<LotRanking> rankings, CancellationToken cancel) =>
    [
        .. AwardProposal.WhatBlocks(tender, rankings, await db.CasesOf(tender.Id, cancel)),
        .. CheckedFinding.Of(await new CheckEqualTreatment(db).Execute(tender, cancel), [.. tender.LotsOfPart(part).Select(l => l.Number)]).Where(f => f.Stands).Select(f => new Reason("CHECK_STANDS", f.Finding.Text, f.Finding.Rule)),
    ];

    private static string Who(string next, Role[] by) => next switch
    {
        "" => "",
        "sign" => "a director or head of service with delegated authority signs, when every step above is complete",
        _ => by.Contains(Role.Director) ? "a director or head of service with delegated authority" : "the commissioner",
    };

    private AwardPage For(Actor actor, Tender tender, Award award, DateTimeOffset now) => this with
    {
        ToSign = award.Documents.Count > 0 ? ToSign.ForAuthority(award.Ref, award, AwardLinks.Step(award.Ref, "signature"), Form) : null,
        MayNoteClaim = award.Stage is AwardStage.SummariesSent or AwardStage.Noticed or AwardStage.Signed && actor.Is(Role.Legal, Role.Commissioner, Role.RccCommissioner),
        MayDrop = award.MayBeReopened && actor.Is(Role.Commissioner, Role.RccCommissioner),
        MayWithhold = award.Stage == AwardStage.Decided && actor.Is(Role.Legal),
        IsCommissioner = actor.Is(Role.Commissioner, Role.RccCommissioner) && tender.Buyer == actor.Organisation,
        MayEndClaim = award.HoldsEvidence && actor.Is(Role.Legal),
        ConflictsAssessedOn = actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Legal) ? StaleAssessment(tender, award) : null,
        MayRecordPaper = award.Stage == AwardStage.Noticed && actor.Is(Role.Commissioner, Role.RccCommissioner) && award.WhatBlocksSignature(tender, now).Count == 0,
    };

    // Conflicts last looked at before the bidders were known (A3-08).
    private static DateOnly? StaleAssessment(Tender tender, Award award) =>
        award.Stage < AwardStage.Signed && tender.ConflictsAreStale ? LondonTime.DateOf(tender.Conflicts!.At) : null;

    // A winner that fell out, or a lot ranked again since, sends the award back to its recommendation until the letters are sent.
    private static bool IsToRecommend(Award? award, IReadOnlyList<LotRanking> rankings) =>
        award is null or { Stage: AwardStage.Recommended, Winners.Count: 0 } || (award.Stage <= AwardStage.Decided && rankings.Any(r => award.RestsOn.GetValueOrDefault(r.LotNumber) != r.Number));

    private static (string Step, Role[] By) NextStep(AwardStage? stage) => stage switch
    {
        null => ("recommend", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.Recommended => ("decide", [Role.Director, Role.HeadOfService]),
        AwardStage.Decided => ("summaries", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.SummariesSent => ("notice", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.Noticed => ("sign", [Role.Director, Role.HeadOfService]),
        _ => ("", []),
    };
}
