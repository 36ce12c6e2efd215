using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>Improvement plans with an action that is due within a week or overdue: for the region that keeps them and for the provider whose home it is.</summary>
public sealed class VisitsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int DaysAhead = 7;

    private const int Most = 50;

    public string Heading => "Improvement plans";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.QaLead, Role.ProviderBidder))
        {
            return [];
        }

        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        DateOnly soon = today.AddDays(DaysAhead);
        string? cooperative = await db.CooperativeCodeOf(actor, cancel);
        List<ImprovementPlan> plans = await db.ImprovementPlans.AsNoTracking()
            .Where(p => p.Stage == ImprovementPlanStage.Open && (p.Provider == actor.Organisation || p.ByCooperative == cooperative) && p.Actions.Any(a => a.ConfirmedAt == null && a.DueOn <= soon))
            .OrderBy(p => p.Id).Take(Most).ToListAsync(cancel);
        return [.. plans.Select(p => ItemOf(p, p.Actions.Where(a => a.ConfirmedAt is null).Min(a => a.DueOn), today))];
    }

    private static TodayItem ItemOf(ImprovementPlan plan, DateOnly due, DateOnly today) =>
        new($"Follow the improvement plan for {plan.HomeUrn}", QualityLinks.Plan(plan.Id), LondonTime.StartOfDay(due), due < today ? "Overdue" : "Due soon", $"{plan.Confirmed} of {plan.Actions.Count} actions confirmed");
}
