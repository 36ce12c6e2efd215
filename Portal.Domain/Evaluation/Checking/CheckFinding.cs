using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>The live equal-treatment checks of an evaluation, in the order legal reads them.</summary>
public enum CheckKind
{
    /// <summary>A score or a consensus that nobody can explain (D2-01, Lancashire Care 2018).</summary>
    ScoreWithoutReason,

    /// <summary>An agreed score that is no step of the published scale (C2-06).</summary>
    ConsensusOffScale,

    /// <summary>Every contested score of a lot agreed as the rounded mean (C2-06, Bromcom 2022).</summary>
    ConsensusAveraged,

    /// <summary>A score written or changed after prices could be seen (C2-03, D2-02, EnergySolutions 2016).</summary>
    ScoreAfterPrice,

    /// <summary>Somebody scored or moderated without a declaration that gives access (C2-09).</summary>
    NoDeclaration,

    /// <summary>The criteria or the method differ from what was published (D2-10).</summary>
    MethodologyChanged,

    /// <summary>An agreed score that no evaluator gave or came near: outside the range of theirs (C2-05, D2-01).</summary>
    ConsensusOutsideRange,
}

/// <summary>Something a check found: in words, by rule, and the facts it rests on. Nothing is awarded while it stands.</summary>
public sealed record CheckFinding(CheckKind Kind, string LotNumber, string Text, string Rule, IReadOnlyList<string> Facts)
{
    /// <summary>A suspicion that legal may answer with a reason; the others must be put right.</summary>
    public bool MayBeAnswered => Kind is CheckKind.ConsensusAveraged or CheckKind.ScoreAfterPrice or CheckKind.ConsensusOutsideRange;

    /// <summary>The panel gave its own reason with each, which legal reads here; it does not stop the award.</summary>
    public bool Explained { get; init; }

    /// <summary>Changes when the facts do, so that an answer never covers what came after it.</summary>
    public string FactsSha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Facts.Order(StringComparer.Ordinal)))));
}

/// <summary>A finding with legal's answer to it, if there is one for these very facts.</summary>
public sealed record CheckedFinding(CheckFinding Finding, CheckAnswer? Answer)
{
    public bool Stands => Answer is null && !Finding.Explained;

    /// <summary>What concerns these lots: found in one of them, or in the tender as a whole.</summary>
    public static IEnumerable<CheckedFinding> Of(IEnumerable<CheckedFinding> findings, IReadOnlyCollection<string> lots) =>
        findings.Where(f => f.Finding.LotNumber.Length == 0 || lots.Contains(f.Finding.LotNumber));

    /// <summary>Raises <see cref="RuleBroken"/> with every finding that stands.</summary>
    public static void MustBeClear(IEnumerable<CheckedFinding> findings) => RuleBroken.If([.. findings.Where(f => f.Stands).Select(f => new Reason(
        "CHECK_STANDS", f.Finding.MayBeAnswered ? $"{f.Finding.Text} Legal must answer this before the award." : $"{f.Finding.Text} It must be put right before the award.", f.Finding.Rule))]);
}
