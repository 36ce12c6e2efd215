using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>The moderator records the score and the reason that the panel agreed for one bid under one criterion.</summary>
public sealed class AgreeConsensus(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string alias, string criterionCode, AgreedScore agreed, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToModerate(actor, reference, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == criterionCode) ?? throw new NotFound($"Criterion {criterionCode}");
        OpenedBid bid = await db.BidToAssess(tender, lot, alias, stop);
        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new RuleBroken("WRONG_STAGE", "Moderation has not begun.", "C2-03");
        if (await db.SheetOf(tender.Id, lot.Id, actor.Person, stop) is not null)
        {
            throw new RuleBroken("MODERATOR_SCORES", "Who has scored this lot cannot moderate it.", "C2-05");
        }

        moderation.Agree(tender, bid.Id, criterion, agreed with { Given = await Given(tender, lot, bid.Id, criterion.Code, stop) }, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    private async Task<GivenRange?> Given(Tender tender, Lot lot, SubmissionId bid, string criterion, CancellationToken stop)
    {
        List<ScoreSheet> sheets = await db.ScoreSheets.AsNoTracking().Include(s => s.Scores).Where(s => s.Tender == tender.Id && s.Lot == lot.Id && s.Standing == SheetStanding.Locked).ToListAsync(stop);
        HashSet<PersonId> gone = [.. await db.ConflictDeclarations.Where(d => d.Tender == tender.Id && d.Standing == ConflictStanding.SteppedDown).Select(d => d.Person).ToListAsync(stop)];
        return Divergence.Of(sheets.Where(s => !gone.Contains(s.Evaluator))).FirstOrDefault(d => d.Submission == bid && d.Criterion == criterion) is { } found ? found.Range : null;
    }
}
