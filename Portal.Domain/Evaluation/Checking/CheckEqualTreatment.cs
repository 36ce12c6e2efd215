using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>Runs the live equal-treatment checks on a tender. What they find and nobody has answered stops the award.</summary>
public sealed class CheckEqualTreatment(PortalDb db)
{
    public async Task<IReadOnlyList<CheckedFinding>> Execute(Tender tender, CancellationToken stop = default)
    {
        CheckedRecord record = new(
            tender,
            await db.ScoreSheets.AsNoTracking().Include(s => s.Scores).Where(s => s.Tender == tender.Id).ToListAsync(stop),
            await db.Moderations.AsNoTracking().Include(m => m.Consensus).Where(m => m.Tender == tender.Id).ToListAsync(stop),
            await db.ConflictDeclarations.AsNoTracking().Where(d => d.Tender == tender.Id).ToListAsync(stop),
            (await db.LogEntries.AsNoTracking().Where(e => e.Subject == tender.Subject && e.Action == "tender.pricingStarted").OrderBy(e => e.Row).FirstOrDefaultAsync(stop))?.At);
        List<CheckAnswer> answers = await db.CheckAnswers.AsNoTracking().Where(a => a.Tender == tender.Id).ToListAsync(stop);
        return [.. record.Findings().Select(f => new CheckedFinding(f, answers.Find(a => a.Kind == f.Kind && a.LotNumber == f.LotNumber && a.FactsSha256 == f.FactsSha256)))];
    }
}
