using System.Globalization;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Bids;
using Portal.Web.Bids.Opening;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>Where in an evaluation a score belongs.</summary>
public sealed record ScoreAddress(string TenderRef, string Lot, string Alias, string Criterion);

/// <summary>An answer of the bid to a question under the criterion.</summary>
public sealed record AnswerGiven(string Question, string Answer);

/// <summary>A piece of evidence of the bid, to open from the page.</summary>
public sealed record EvidenceGiven(string Name, string Href, long Bytes, string Sha256);

/// <summary>The two panes: what the bid says, and the sheet.</summary>
public sealed record WriteScorePage(string Ref, string Title, Lot Lot, string Alias, Criterion Criterion, IReadOnlyList<AnswerGiven> Answers, IReadOnlyList<EvidenceGiven> Files, WriteScoreForm Form)
{
    public bool IsOpen { get; init; }

    /// <summary>Where the next missing score is; null when none is missing.</summary>
    public string? Next { get; init; }

    /// <summary>What the bidder explained when asked about this bid; it explains and changes nothing (C2-08).</summary>
    public IReadOnlyList<BidCase> Explained { get; init; } = [];

    /// <summary>How many scores of this lot have a score and a reason, of how many.</summary>
    public (int Done, int Needed) Progress { get; init; }

    public IEnumerable<Choice> Scale => Enumerable.Range(0, Criterion.Scale + 1).Select(score => new Choice(
        score.ToString(CultureInfo.InvariantCulture),
        score < Criterion.Descriptors.Count ? $"{score}: {Criterion.Descriptors[score]}" : score.ToString(CultureInfo.InvariantCulture)));

    public static async Task<WriteScorePage> Read(PortalDb db, ReadOpenedBid read, Actor actor, ScoreAddress at, WriteScoreForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToScore(actor, at.TenderRef, cancel);
        Lot lot = tender.LotNumbered(at.Lot);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == at.Criterion) ?? throw new NotFound($"Criterion {at.Criterion}");
        IReadOnlyList<OpenedBid> bids = await db.BidsToAssess(tender.Id, lot.Id, cancel);
        OpenedBid bid = bids.FirstOrDefault(b => AssessedBids.AliasInAddress(b) == at.Alias) ?? throw new NotFound("That bid");
        OpenedContent content = await read.Execute(actor, bid.Id, cancel);
        ScoreSheet? sheet = await db.SheetOf(tender.Id, lot.Id, actor.Person, bid.Id, criterion.Code, cancel);
        SheetProgress progress = await SheetProgress.Of(db, sheet?.Id, lot, bids, cancel);
        return new WriteScorePage(tender.Ref, tender.Title, lot, bid.Alias, criterion, AnswersTo(lot, criterion, content), FilesOf(tender, bid, content), form ?? FormOf(sheet?.ScoreOf(bid.Id, criterion.Code)))
        {
            IsOpen = tender.Stage == TenderStage.Scoring && sheet is not { Standing: SheetStanding.Locked },
            Explained = [.. (await db.CasesOf(tender.Id, cancel)).Where(c => c is { Kind: CaseKind.Clarification, AnsweredAt: not null } && c.Submission == bid.Id)],
            Progress = (progress.Complete, bids.Count * lot.QualityCriteria.Count()),
            Next = await progress.Next(bid, criterion.Code, cancel) is (var next, var code) ? EvaluationLinks.Score(tender.Ref, lot.Number, next, code) : null,
        };
    }

    private static AnswerGiven[] AnswersTo(Lot lot, Criterion criterion, OpenedContent content) =>
        [.. lot.Questions.Where(q => q.CriterionCode == criterion.Code).Select(q => new AnswerGiven(q.Text, content.Content.Answers.GetValueOrDefault(q.Code, "")))];

    private static EvidenceGiven[] FilesOf(Tender tender, OpenedBid bid, OpenedContent content) =>
    [
        .. content.Files.Select(f => new EvidenceGiven(tender.HideBidderNames ? NamelessFiles.Of(f) : f.Name, $"{BidLinks.OpenedBid(tender.Ref, bid.Id.Value)}/files/{f.Upload}", f.Bytes, f.Sha256)),
    ];

    private static WriteScoreForm FormOf(GivenScore? given) => new() { Score = given?.Score, Reason = given?.Reason, Citation = given?.Citation };
}
