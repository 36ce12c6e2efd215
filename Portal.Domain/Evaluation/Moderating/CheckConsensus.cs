using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Bids;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>Checks that every agreed score and its reason stand as the log last said they were agreed or corrected (D2-02, A13-01).</summary>
public sealed class CheckConsensus(PortalDb db)
{
    private static readonly string[] Agreed = ["evaluation.consensusAgreed", "evaluation.consensusCorrected"];

    public async Task<IReadOnlyList<LogFinding>> Execute(CancellationToken ct)
    {
        Dictionary<(Guid, string), LoggedFact> last = [];
        foreach (LoggedFact fact in await db.FactsOf(Agreed, ct))
        {
            last[(fact.Id("submission") ?? default, fact.Text("criterion") ?? "")] = fact;
        }

        List<LogFinding> findings = [];
        await foreach (ConsensusScore score in db.Set<ConsensusScore>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            if (last.Remove((score.Submission.Value, score.Criterion), out LoggedFact? fact) && (fact.Number("after") != score.Score || fact.Text("reason") != score.Reason))
            {
                findings.Add(Found(fact.Index, $"The agreed score of bid {score.Submission.Value} under {score.Criterion}, or its reason, was changed after entry {fact.Index}."));
            }
        }

        findings.AddRange(last.Where(gone => gone.Key.Item1 != default).Select(gone => Found(gone.Value.Index, $"The agreed score of bid {gone.Key.Item1} under {gone.Key.Item2} is gone.")));
        return findings;
    }

    private static LogFinding Found(long? entry, string text) => new("CONSENSUS_EDITED", entry, text);
}
