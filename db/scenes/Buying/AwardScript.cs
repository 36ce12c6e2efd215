using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Delivering;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Deciding;
using Portal.Domain.Tenders.Drafting;

namespace Portal.Db.Scenes.Buying;

/// <summary>From the opened bids to the signed contract: participation, blind scores, consensus, ranking, decision, summaries, notice, signatures.</summary>
internal sealed class AwardScript(TenderScript tender)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Evaluators = ["evaluator.one", "evaluator.two"];

    private readonly Play play = tender.Stage;

    /// <summary>What is found of every bidder of the scenes.</summary>
    public static ParticipationFinding Qualified { get; } = new()
    {
        Conditions =
        [
            new ConditionFinding("Every home offered is registered with Ofsted.", true, "The regulator's register, looked at today"),
            new ConditionFinding("Employer's liability insurance of at least £10 million.", true, "Certificate in the evidence library"),
        ],
        DebarmentListChecked = true,
        GroundsConsidered = "Self-declaration, Companies House and the debarment list; connected persons included. None applies.",
        Outcome = ParticipationOutcome.Qualified,
        Reason = "Meets every condition of participation and no ground of exclusion applies.",
    };

    public void Write()
    {
        tender.At(1, TenderStage.Opened, () => As(tender.Commissioner, (StartQualification use, Actor by) => use.Execute(by, tender.Ref, None)), hours: 1);
        tender.At(1, TenderStage.Opened, Declare, hours: 4);
        tender.At(2, TenderStage.Qualifying, Qualify, hours: 1);
        tender.At(2, TenderStage.Qualifying, () => As(tender.Commissioner, (StartScoring use, Actor by) => use.Execute(by, tender.Ref, None)), hours: 3);
        tender.At(3, TenderStage.Qualifying, () => Score(Evaluators[0]));
        tender.At(5, TenderStage.Scoring, () => Score(Evaluators[1]));
        tender.At(7, TenderStage.Scoring, () => As("moderator", (StartModeration use, Actor by) => use.Execute(by, tender.Ref, None)));
        tender.At(8, TenderStage.Moderating, Agree);
        tender.At(9, TenderStage.Moderating, () => As("moderator", (FreezeConsensus use, Actor by) => use.Execute(by, tender.Ref, None)));
        tender.At(10, TenderStage.Pricing, () => As(tender.Commissioner, (RankLots use, Actor by) => use.Execute(by, tender.Ref, None)));
        tender.At(12, TenderStage.Deciding, () => As(tender.Commissioner, (RecommendAward use, Actor by) => use.Execute(by, tender.Ref, "Ranked by the published method: quality as the panel agreed it with its reasons, price by the published formula. The tenders named best satisfy the criteria; no price was abnormally low and no check is open.", None)));
        tender.At(13, TenderStage.Deciding, () => As(tender.Director, (DecideAward use, Actor by) => use.Execute(by, tender.Ref, "I have read the report, the agreed scores with their reasons and the price scores. The recommended tenders are the most advantageous by the published criteria.", None)));
        tender.At(14, TenderStage.Deciding, () => As(tender.Commissioner, (SendSummaries use, Actor by) => use.Execute(by, tender.Ref, None)));
        tender.At(14, TenderStage.Deciding, () => As(tender.Commissioner, (PublishAwardNotice use, Actor by) => use.Execute(by, tender.Ref, ContractDates.AsPublished, None)), hours: 1);
        tender.At(14, TenderStage.Deciding, Announce, hours: 2);
        tender.At(14, TenderStage.Deciding, () => As(tender.Commissioner, (PrintAgreements use, Actor by) => use.Execute(by, tender.Ref, None)), hours: 3);
        tender.At(15, TenderStage.Deciding, () => As(tender.Commissioner, (RecordAwardApproval use, Actor by) => use.Execute(by, tender.Ref, tender.AwardApproval(), None)), hours: 2);
        tender.At(31, TenderStage.ReadyToSign, SuppliersSign);
        tender.At(32, TenderStage.ReadyToSign, () => As(tender.Director, (SignContract use, Actor by) => use.Execute(by, tender.Ref, new SignatureGiven(by.Name, "Director"), None)));
    }

    /// <summary>Somebody of the demo does something with this tender.</summary>
    public async Task As<TUseCase>(string who, Func<TUseCase, Actor, Task> act)
        where TUseCase : notnull
    {
        Actor by = await play.Who(who);
        await play.Do((TUseCase use) => act(use, by));
    }

    private async Task Declare()
    {
        foreach (string member in Evaluators.Append("moderator"))
        {
            await As(member, (DeclareConflict use, Actor by) => use.Execute(by, tender.Ref, conflict: false, null, None));
        }
    }

    private async Task Qualify()
    {
        OrganisationId[] bidders = [.. (await Opened()).Select(b => b.Bidder).Distinct()];
        foreach (OrganisationId bidder in bidders)
        {
            await As(tender.Commissioner, (DecideParticipation use, Actor by) => use.Execute(by, tender.Ref, bidder, Qualified, None));
        }
    }

    private async Task Score(string evaluator)
    {
        foreach ((LotPlan lot, OpenedBid bid, string criterion, int quality) in await Answers())
        {
            int score = Math.Clamp(quality + (evaluator == Evaluators[1] && (bid.Alias.Length + criterion[1]) % 3 == 0 ? 1 : 0), 1, 5);
            await As(evaluator, (WriteScore use, Actor by) => use.Execute(
                by, tender.Ref, lot.Number, AssessedBids.AliasInAddress(bid), criterion, new ScoreEntry(score, $"{LotText.Seen(quality)} {LotText.Descriptors[score]}.", $"Answer {criterion}"), None));
        }

        foreach (LotPlan lot in tender.Plan.Lots)
        {
            await As(evaluator, (LockSheet use, Actor by) => use.Execute(by, tender.Ref, lot.Number, stillNoConflict: true, None));
        }
    }

    private async Task Agree()
    {
        PersonId[] present = [(await play.Who(Evaluators[0])).Person, (await play.Who(Evaluators[1])).Person, (await play.Who("moderator")).Person];
        foreach (LotPlan lot in tender.Plan.Lots)
        {
            await As("moderator", (RecordAttendance use, Actor by) => use.Execute(by, tender.Ref, lot.Number, present, "By video, with the agreed scores shown to all", None));
        }

        foreach ((LotPlan lot, OpenedBid bid, string criterion, int quality) in await Answers())
        {
            int score = Math.Clamp(quality, 1, 5);
            await As("moderator", (AgreeConsensus use, Actor by) => use.Execute(
                by, tender.Ref, lot.Number, AssessedBids.AliasInAddress(bid), criterion, new AgreedScore(score, $"{LotText.Seen(quality)} The panel agreed: {LotText.Descriptors[score]}."), None));
        }
    }

    /// <summary>The newest award notice is entered on the central digital platform the same day; the standstill counts from there (A3-10).</summary>
    public async Task Announce()
    {
        await play.CatchUp();
        string notice = await play.Ask(async (PortalDb db) => await db.Notices.Where(n => n.TenderRef == tender.Ref && n.Kind == NoticeKind.ContractAward).OrderByDescending(n => n.Row).Select(n => n.ReleaseId).FirstAsync());
        string number = string.Create(CultureInfo.InvariantCulture, $"{64000 + int.Parse(tender.Ref[^4..], CultureInfo.InvariantCulture):D6}-{play.Now.Year}");
        await As(tender.Commissioner, (RecordNationalNumber use, Actor by) => use.Execute(by, tender.Ref, notice, number, null, None));
    }

    private async Task LookAgain(IReadOnlyCollection<OrganisationId> winners)
    {
        foreach (OrganisationId winner in winners)
        {
            await As(tender.Commissioner, (RecordDiligence use, Actor by) => use.Execute(
                by, tender.Ref, new DueDiligence(winner, Insured: true, Registered: true, NotExcluded: true, "Certificates and the regulator's register seen; the debarment list looked at again.", "", default), None));
        }
    }

    private async Task SuppliersSign()
    {
        IReadOnlyCollection<OrganisationId> winners = await play.Ask(async (PortalDb db) =>
        {
            TenderId id = await db.Tenders.Where(t => t.Ref == tender.Ref).Select(t => t.Id).SingleAsync();
            return (await db.AwardOf(id, None))!.WinningBidders.ToList();
        });
        await LookAgain(winners);
        await As(tender.Plan.IsNational ? tender.Director : "legal", (AssessConflicts use, Actor by) => use.Execute(
            by, tender.Ref, "Everybody who assessed or decided was asked again when the bidders were known; the declarations are kept by legal.", "Nobody with an interest in a bidder took part.", None));
        Dictionary<OrganisationId, string> codes = await Codes(winners);
        foreach (OrganisationId winner in winners)
        {
            Actor by = await play.Of(codes[winner], Role.ProviderBidder);
            await play.Do((SignAsSupplier use) => use.Execute(by, tender.Ref, new SignatureGiven(by.Name, "Director"), None));
        }
    }

    private async Task<IEnumerable<(LotPlan Lot, OpenedBid Bid, string Criterion, int Quality)>> Answers()
    {
        IReadOnlyList<OpenedBid> opened = await Opened();
        Dictionary<OrganisationId, string> codes = await Codes([.. opened.Select(b => b.Bidder).Distinct()]);
        return from lot in tender.Plan.Lots
               from bid in opened.Where(b => b.LotNumber == lot.Number)
               let planned = lot.Bids.First(b => b.Provider == codes[bid.Bidder])
               from criterion in new[] { "Q1", "Q2" }
               select (lot, bid, criterion, criterion == "Q1" ? planned.Quality : planned.Quality - (planned.Homes.Count % 2));
    }

    private Task<IReadOnlyList<OpenedBid>> Opened() => play.Ask(async (PortalDb db) =>
        await db.OpenedBidsOf(await db.Tenders.Where(t => t.Ref == tender.Ref).Select(t => t.Id).SingleAsync(), None));

    private Task<Dictionary<OrganisationId, string>> Codes(IReadOnlyCollection<OrganisationId> ids) => play.Ask(async (PortalDb db) =>
        await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code));
}
