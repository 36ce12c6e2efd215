using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>Begins moderation, once every evaluator has locked every sheet.</summary>
public sealed class StartModeration(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, reference, stop);
        if (!tender.HasOnTeam(actor.Person, TeamPart.Moderator))
        {
            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        }

        RuleBroken.If(await WhatBlocks(tender, stop));
        foreach (LotId lot in (await db.BidsToAssess(tender.Id, stop)).Select(b => b.Lot).Distinct())
        {
            db.Add(Moderation.Of(tender, tender.Lots.First(l => l.Id == lot)));
        }

        tender.StartModeration(clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    /// <summary>Whose sheets of which lots are still open, and lots that too few have scored.</summary>
    public async Task<IReadOnlyList<Reason>> WhatBlocks(Tender tender, CancellationToken stop = default)
    {
        HashSet<PersonId> gone = [.. await db.ConflictDeclarations.Where(d => d.Tender == tender.Id && d.Standing == ConflictStanding.SteppedDown).Select(d => d.Person).ToListAsync(stop)];
        TeamMember[] panel = [.. tender.Team.Where(m => m.Part == TeamPart.Evaluator && !gone.Contains(m.Person))];
        List<ScoreSheet> sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.Tender == tender.Id).ToListAsync(stop);
        List<Reason> blocks = [];
        if (panel.Length < 2)
        {
            blocks.Add(new Reason("TOO_FEW_EVALUATORS", "At least two evaluators must have scored; somebody has left the panel. Name another in the place.", "C2-04"));
        }

        foreach (LotId lot in (await db.BidsToAssess(tender.Id, stop)).Select(b => b.Lot).Distinct())
        {
            string number = tender.Lots.First(l => l.Id == lot).Number;
            blocks.AddRange(panel
                .Where(m => !sheets.Exists(s => s.Lot == lot && s.Evaluator == m.Person && s.Standing == SheetStanding.Locked))
                .Select(m => new Reason("SHEET_OPEN", $"Lot {number}: {m.Name} has not locked the score sheet.", "C2-04")));
        }

        return blocks;
    }
}
