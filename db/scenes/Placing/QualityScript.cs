using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes.Placing;

/// <summary>What the region's quality lead saw and agreed: visits to two homes, an improvement plan on its way and one that was met; and a planned placement that the panel was asked to look at first.</summary>
internal sealed class QualityScript(Play play)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public void Write()
    {
        play.At(play.DaysAgo(70, 15), () => Visit(Judgement.RequiresImprovement, Meet));
        play.At(play.DaysAgo(20, 15), () => Visit(Judgement.None, FollowUp));
        play.At(play.DaysAgo(0, 8), AskPanel);
    }

    private async Task Visit(Judgement judgement, Func<ImprovementPlanId, Task> later)
    {
        Actor lead = await play.Who("quality");
        ProviderHome? home = await play.Ask((PortalDb db) => db.ProviderHomes.AsNoTracking().Where(h => h.Judgement == judgement).OrderBy(h => h.Urn).FirstOrDefaultAsync());
        if (home is null)
        {
            return;
        }

        DateOnly today = LondonTime.DateOf(play.Now);
        QualityVisitId visit = await play.Ask((RecordQualityVisit use) => use.Execute(lead, home.Urn, new VisitReport(QualityVisitKind.Unannounced, today.AddDays(-1), "Quality lead and commissioning officer",
        [
            new Found(FindingArea.Care, FindingGrade.Strength, "Warm, steady relationships; routines are known and kept."),
            new Found(FindingArea.LeadershipAndStaff, FindingGrade.ToImprove, "Two waking-night posts are filled by agency staff; supervision is six weeks behind."),
            new Found(FindingArea.Safeguarding, FindingGrade.ToImprove, "The missing protocol is known by day staff, not by every night worker."),
        ]), None));
        ImprovementPlanId plan = await play.Ask((OpenImprovementPlan use) => use.Execute(lead, home.Urn, (visit, "The visit’s findings on staff and on the missing protocol"),
        [
            new Agreed("Fill both waking-night posts with permanent staff", "Responsible Individual", today.AddDays(45)),
            new Agreed("Train every night worker in the missing protocol", "Registered Manager", today.AddDays(14)),
        ], None));
        play.At(play.Now.AddDays(10), () => later(plan));
    }

    private async Task Meet(ImprovementPlanId plan)
    {
        Actor lead = await play.Who("quality");
        await play.Do((ConfirmPlanAction use) => use.Execute(lead, plan, 2, "Saw the training record; three night workers asked at random knew it.", None));
        await play.Do((ConfirmPlanAction use) => use.Execute(lead, plan, 1, "Both contracts seen.", None));
        await play.Do((CloseImprovementPlan use) => use.Execute(lead, plan, true, "Both actions are done and seen. No visit is planned before the next inspection.", None));
    }

    private async Task FollowUp(ImprovementPlanId plan)
    {
        Actor lead = await play.Who("quality");
        await play.Do((ReportPlanProgress use) => use.Execute(lead, plan, 2, "Six of nine night workers are trained.", None));
    }

    private async Task AskPanel()
    {
        Actor officer = await play.Of("E10000031", Role.PlacementOfficer);
        List<GateDecision> latest = await play.Ask(async (PortalDb db) =>
        {
            DbSet<GateDecision> all = db.GateDecisions;
            return await all.AsNoTracking().Where(d => d.Authority == officer.Organisation && (d.Outcome == Outcome.AllowWithApproval || d.Outcome == Outcome.Pending) && !all.Any(later => later.Line == d.Line && later.Number > d.Number))
                .OrderByDescending(d => d.RecordedAt).Take(10).ToListAsync();
        });
        if (latest.Find(d => Scrutiny.WhatBlocks(d, new GateTerms(), play.Now).Count == 0) is { } planned)
        {
            await play.Do((AskForScrutiny use) => use.Execute(officer, planned.Id, None));
        }
    }
}
