using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

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
}

/// <summary>The award page: steps, winners, and the one form that comes next for this reader.</summary>
public sealed record AwardPage(string Ref, string Title, TenderStage Stage, Award? Award, IReadOnlyList<AwardStep> Steps, IReadOnlyList<Reason> Blocks, AwardForm Form)
{
    /// <summary>recommend, decide, summaries, notice, sign; empty when the reader has nothing to do now.</summary>
    public string Next { get; init; } = "";

    public string NextBy { get; init; } = "";

    public IReadOnlyList<string> Proposed { get; init; } = [];

    public string DocumentSha256 { get; init; } = "";

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

    public bool MayNoteClaim { get; init; }

    public bool MayLift { get; init; }

    public bool MayDrop { get; init; }

    public bool MayRecordPaper { get; init; }

    public static async Task<AwardPage> Read(PortalDb db, TimeProvider clock, Actor actor, string tenderRef, AwardForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, cancel);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal, Role.Finance);
        if (tender.Stage < TenderStage.Deciding)
        {
            throw new RuleBroken("WRONG_STAGE", "There is nothing to award before the lots are ranked.", "A10-01");
        }

        Award? award = await db.AwardOf(tender.Id, cancel);
        IReadOnlyList<LotRanking> rankings = await db.RankingsOf(tender.Id, cancel);
        IReadOnlyList<Reason> blocks = award is null or { Stage: AwardStage.Recommended, Winners.Count: 0 } ? AwardProposal.WhatBlocks(rankings) : award.WhatBlocksSigning(tender, clock.GetUtcNow());
        AwardPage page = new(tender.Ref, tender.Title, tender.Stage, award, AwardSteps.Of(tender, award, clock.GetUtcNow()), blocks, form)
        {
            MayApprove = tender.Stage is TenderStage.Deciding or TenderStage.Standstill or TenderStage.ReadyToSign && actor.Is(Role.Commissioner, Role.RccCommissioner),
            Proposed = [.. rankings.SelectMany(r => AwardProposal.Of(tender, r).Select(p => $"Lot {r.LotNumber}: {p.Label}, rank {p.Rank}, total {p.Total}"))],
        };
        (string next, Role[] by) = NextStep(award);
        page = page with { Next = actor.Is(by) ? next : "", NextBy = Who(next, by) };
        return award is null ? page : page.For(actor, tender, award, clock.GetUtcNow());
    }

    private static string Who(string next, Role[] by) =>
        next.Length == 0 ? "" : by.Contains(Role.Director) ? "A director or head of service with delegated authority" : "The commissioner";

    private AwardPage For(Actor actor, Tender tender, Award award, DateTimeOffset now) => this with
    {
        DocumentSha256 = Agreement.Sha256(tender, award),
        MayNoteClaim = award.Stage is AwardStage.SummariesSent or AwardStage.Noticed && actor.Is(Role.Legal, Role.Commissioner, Role.RccCommissioner),
        MayDrop = award.MayBeReopened && actor.Is(Role.Commissioner, Role.RccCommissioner),
        MayLift = award.IsSuspended && actor.Is(Role.Legal),
        MayRecordPaper = award.Stage == AwardStage.Noticed && actor.Is(Role.Commissioner, Role.RccCommissioner) && award.WhatBlocksSignature(tender, now).Count == 0,
    };

    private static (string Step, Role[] By) NextStep(Award? award) => award?.Stage switch
    {
        null => ("recommend", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.Recommended when award.Winners.Count == 0 => ("recommend", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.Recommended => ("decide", [Role.Director, Role.HeadOfService]),
        AwardStage.Decided => ("summaries", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.SummariesSent => ("notice", [Role.Commissioner, Role.RccCommissioner]),
        AwardStage.Noticed => ("sign", [Role.Director, Role.HeadOfService]),
        _ => ("", []),
    };
}
