using System.Globalization;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>Where in an evaluation a score belongs.</summary>
public sealed record ScoreAddress(string TenderRef, string Lot, string Alias, string Criterion);

/// <summary>An answer of the bid to a question under the criterion.</summary>
public sealed record AnswerGiven(string Question, string Answer);

/// <summary>The two panes: what the bid says, and the sheet.</summary>
public sealed record WriteScorePage(string Ref, string Title, Lot Lot, string Alias, Criterion Criterion, IReadOnlyList<AnswerGiven> Answers, IReadOnlyList<OpenedFile> Files, WriteScoreForm Form)
{
    public bool IsOpen { get; init; }

    /// <summary>Where the next missing score is; null when none is missing.</summary>
    public string? Next { get; init; }

    public IEnumerable<Choice> Scale => Enumerable.Range(0, Criterion.Scale + 1).Select(score => new Choice(
        score.ToString(CultureInfo.InvariantCulture),
        score < Criterion.Descriptors.Count ? $"{score}: {Criterion.Descriptors[score]}" : score.ToString(CultureInfo.InvariantCulture)));

    public static async Task<WriteScorePage> Read(PortalDb db, ReadOpenedBid read, Actor actor, ScoreAddress at, WriteScoreForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToScore(actor, at.TenderRef, cancel);
        Lot lot = tender.LotNumbered(at.Lot);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == at.Criterion) ?? throw new NotFound($"Criterion {at.Criterion}");
        OpenedBid bid = await db.BidToAssess(tender, lot, at.Alias, cancel);
        OpenedContent content = await read.Execute(actor, bid.Id, cancel);
        ScoreSheet? sheet = await db.SheetOf(tender.Id, lot.Id, actor.Person, cancel);
        IReadOnlyList<OpenedBid> bids = await db.BidsToAssess(tender.Id, lot.Id, cancel);
        return new WriteScorePage(tender.Ref, tender.Title, lot, bid.Alias, criterion, AnswersTo(lot, criterion, content), content.Files, form ?? FormOf(sheet?.ScoreOf(bid.Id, criterion.Code)))
        {
            IsOpen = tender.Stage == TenderStage.Scoring && sheet is not { Standing: SheetStanding.Locked },
            Next = NextMissing(tender.Ref, lot, bids, sheet, bid, criterion),
        };
    }

    private static AnswerGiven[] AnswersTo(Lot lot, Criterion criterion, OpenedContent content) =>
        [.. lot.Questions.Where(q => q.CriterionCode == criterion.Code).Select(q => new AnswerGiven(q.Text, content.Content.Answers.GetValueOrDefault(q.Code, "")))];

    private static WriteScoreForm FormOf(GivenScore? given) => new() { Score = given?.Score, Reason = given?.Reason, Citation = given?.Citation };

    private static string? NextMissing(string tenderRef, Lot lot, IReadOnlyList<OpenedBid> bids, ScoreSheet? sheet, OpenedBid here, Criterion criterion)
    {
        foreach (OpenedBid bid in bids)
        {
            foreach (Criterion other in lot.QualityCriteria)
            {
                bool same = bid.Id == here.Id && other.Code == criterion.Code;
                if (!same && sheet?.ScoreOf(bid.Id, other.Code) is not { IsComplete: true })
                {
                    return EvaluationLinks.Score(tenderRef, lot.Number, bid, other.Code);
                }
            }
        }

        return null;
    }
}
