using System.Globalization;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>Everything the live checks look at, as it is recorded now, and what they find in it.</summary>
public sealed record CheckedRecord(
    Tender Tender,
    IReadOnlyList<ScoreSheet> Sheets,
    IReadOnlyList<Moderation> Moderations,
    IReadOnlyList<ConflictDeclaration> Declarations,
    DateTimeOffset? PricesOpenAt)
{
    public IReadOnlyList<CheckFinding> Findings() => [.. WithoutReason(), .. OffScale(), .. Averaged(), .. Outside(), .. AfterPrice(), .. Undeclared(), .. Changed()];

    private IEnumerable<CheckFinding> WithoutReason()
    {
        foreach ((string lot, string[] facts) in ByLot(
            Sheets.Where(s => s.Standing == SheetStanding.Locked).SelectMany(s => s.Scores.Where(g => !g.IsComplete).Select(g => (s.Lot, $"{s.EvaluatorName}, {g.Criterion} of {g.Submission.Value}")))
                .Concat(Moderations.SelectMany(m => m.Consensus.Where(c => string.IsNullOrWhiteSpace(c.Reason)).Select(c => (m.Lot, $"consensus, {c.Criterion} of {c.Submission.Value}"))))))
        {
            yield return new CheckFinding(CheckKind.ScoreWithoutReason, lot, $"Lot {lot}: {Count(facts, "score has", "scores have")} no reason. A score that cannot be explained cannot be defended.", "D2-01", facts);
        }
    }

    private IEnumerable<CheckFinding> OffScale()
    {
        foreach ((string lot, string[] facts) in ByLot(Moderations.SelectMany(m => m.Consensus.Where(c => !OnScale(m.Lot, c)).Select(c => (m.Lot, $"{c.Criterion} of {c.Submission.Value}: {c.Score.ToString(CultureInfo.InvariantCulture)}")))))
        {
            yield return new CheckFinding(CheckKind.ConsensusOffScale, lot, $"Lot {lot}: {Count(facts, "agreed score is", "agreed scores are")} no step of the published scale.", "C2-06", facts);
        }
    }

    private IEnumerable<CheckFinding> Averaged()
    {
        foreach (Moderation moderation in Moderations.Where(m => Divergence.LooksAveraged(Divergence.Of(SheetsOf(m.Lot)), m)))
        {
            string lot = Number(moderation.Lot);
            string[] facts = [.. moderation.Consensus.Select(c => $"{c.Criterion} of {c.Submission.Value}: {c.Score.ToString(CultureInfo.InvariantCulture)}")];
            yield return new CheckFinding(CheckKind.ConsensusAveraged, lot, $"Lot {lot}: wherever evaluators differed, the agreed score is the rounded mean of theirs. A panel agrees; it does not average.", "C2-06", facts);
        }
    }

    // With a reason of its own it is shown for legal to read; without, it stops the award.
    private IEnumerable<CheckFinding> Outside()
    {
        var outside = from moderation in Moderations
                      from given in Divergence.Of(SheetsOf(moderation.Lot))
                      let agreed = moderation.ScoreOf(given.Submission, given.Criterion)
                      where agreed is not null && (agreed.Score < given.Lowest || agreed.Score > given.Highest)
                      let fact = string.Create(CultureInfo.InvariantCulture, $"{given.Criterion} of {given.Submission.Value}: evaluators gave {given.Range}, agreed {agreed!.Score}. {agreed.WhyOutside}")
                      group fact by (moderation.Lot, Explained: !Substance.IsThin(agreed!.WhyOutside));
        foreach (var found in outside.OrderBy(g => Number(g.Key.Lot), StringComparer.Ordinal))
        {
            string[] facts = [.. found];
            string lot = Number(found.Key.Lot);
            yield return new CheckFinding(CheckKind.ConsensusOutsideRange, lot, $"Lot {lot}: {Count(facts, "agreed score lies", "agreed scores lie")} outside what the evaluators gave. {string.Join(" ", facts)}".TrimEnd(), "C2-05", facts) { Explained = found.Key.Explained };
        }
    }

    private IEnumerable<CheckFinding> AfterPrice()
    {
        if (PricesOpenAt is not { } open)
        {
            yield break;
        }

        foreach ((string lot, string[] facts) in ByLot(
            Moderations.SelectMany(m => m.Consensus.Where(c => c.AgreedAt > open).Select(c => (m.Lot, Fact(c.Criterion, c.Submission.Value, c.AgreedAt)))
                .Concat(m.Corrections.Select(c => (m.Lot, Fact(c.Criterion, c.Submission, c.At)))).Distinct())
                .Concat(Sheets.SelectMany(s => s.Scores.Where(g => g.WrittenAt > open).Select(g => (s.Lot, Fact(g.Criterion, g.Submission.Value, g.WrittenAt)))))))
        {
            yield return new CheckFinding(CheckKind.ScoreAfterPrice, lot, $"Lot {lot}: {Count(facts, "score was", "scores were")} written or changed after prices could be seen.", "D2-02", facts);
        }
    }

    private IEnumerable<CheckFinding> Undeclared()
    {
        HashSet<PersonId> declared = [.. Declarations.Where(d => d.GivesAccess).Select(d => d.Person)];
        string[] who =
        [
            .. Sheets.Where(s => s.Scores.Count > 0 && !declared.Contains(s.Evaluator) && !HasLeft(s.Evaluator)).Select(s => s.EvaluatorName)
                .Concat(Tender.Team.Where(m => m.Part == TeamPart.Moderator && !declared.Contains(m.Person) && !HasLeft(m.Person) && HasAgreed(m.Name)).Select(m => m.Name)).Distinct(),
        ];
        if (who.Length > 0)
        {
            yield return new CheckFinding(CheckKind.NoDeclaration, "", $"{string.Join(", ", who)} took part without a declaration of interests that gives access.", "C2-09", who);
        }
    }

    private IEnumerable<CheckFinding> Changed()
    {
        if (Tender.MethodologySha256 is { } published && Methodology.Sha256(Tender) is { } now && now != published)
        {
            yield return new CheckFinding(CheckKind.MethodologyChanged, "", "The criteria or the price method differ from what was published.", "D2-10", [published, now]);
        }
    }

    // A member who stepped down is out; the sheet stays on record and counts for nothing.
    private bool HasLeft(PersonId person) => Declarations.Any(d => d.Person == person && d.Standing == ConflictStanding.SteppedDown);

    private bool HasAgreed(string moderator) => Moderations.Any(m => m.Consensus.Any(c => c.AgreedByName == moderator));

    private IEnumerable<ScoreSheet> SheetsOf(LotId lot) => Sheets.Where(s => s.Lot == lot && s.Standing == SheetStanding.Locked && !HasLeft(s.Evaluator));

    private bool OnScale(LotId lot, ConsensusScore agreed) =>
        Tender.Lots.First(l => l.Id == lot).QualityCriteria.FirstOrDefault(c => c.Code == agreed.Criterion) is { } criterion && agreed.Score >= 0 && agreed.Score <= criterion.Scale;

    private IEnumerable<(string Lot, string[] Facts)> ByLot(IEnumerable<(LotId Lot, string Fact)> facts) =>
        facts.GroupBy(f => Number(f.Lot), f => f.Fact).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()));

    private string Number(LotId lot) => Tender.Lots.First(l => l.Id == lot).Number;

    private static string Fact(string criterion, Guid submission, DateTimeOffset at) => $"{criterion} of {submission} at {at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}";

    private static string Count(string[] facts, string one, string many) => facts.Length == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{facts.Length} {many}");
}
