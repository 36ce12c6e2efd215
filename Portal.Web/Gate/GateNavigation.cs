using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The gate for those who ask it, approve for it and follow it up.</summary>
public sealed class GateNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.PlacementOfficer) == true)
        {
            yield return new NavEntry("Check a price", "/gate/check", 20);
            yield return new NavEntry("Gate decisions", "/gate/decisions", 30);
        }

        if (actor?.Is(Role.Director, Role.HeadOfService, Role.RccCommissioner, Role.NominatedOfficer, Role.QaLead) == true)
        {
            yield return new NavEntry("Approvals", "/gate/approvals", 15);
        }

        if (actor?.Is(Role.RccCommissioner) == true)
        {
            yield return new NavEntry("Scrutiny", "/gate/scrutiny", 16);
        }

        if (actor?.Is(Role.PlacementOfficer, Role.Director, Role.HeadOfService, Role.RccCommissioner) == true)
        {
            yield return new NavEntry("Duties", "/gate/duties", 35);
        }
    }
}

/// <summary>Approvals, confirmations and appeals that wait for this person.</summary>
public sealed class GateToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;

    public string Heading => "Placements";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Role.ProviderBidder))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        List<TodayItem> items = [];
        items.AddRange((await ApprovalQueue.ToConfirm(db, actor, cancel)).Select(a =>
            new TodayItem("Confirm your telephone approval", "/gate/approvals", a.ConfirmBy, a.ConfirmBy < now ? "Overdue" : "Due")));
        items.AddRange((await ApprovalQueue.Of(db, actor, now, cancel)).Take(Most).Select(w =>
            new TodayItem($"Decide on {w.Decision.HomeUrn ?? "a home not listed"} at {w.Decision.Price} a {w.Decision.Unit} for child {w.Decision.ChildReference ?? "without a reference yet"}", $"/gate/decisions/{w.Decision.Id.Value}", ApproveBy(w.Decision), GateWords.Status(w.Decision.Outcome), $"Rule {w.Decision.Decisive}, asked by {w.Decision.RequesterName}")));
        items.AddRange(await Appeals(actor, now, cancel));
        return items;
    }

    private async Task<IEnumerable<TodayItem>> Appeals(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (!actor.Is(Role.RccCommissioner, Role.Director, Role.QaLead, Role.Legal))
        {
            return [];
        }

        List<Appeal> open = await db.Appeals.AsNoTracking().Where(a => a.Panel == actor.Organisation && a.Stage == AppealStage.Lodged).OrderBy(a => a.AnswerBy).Take(Most).ToListAsync(cancel);
        List<Scrutiny> before = await db.Scrutinies.AsNoTracking().Where(s => s.Panel == actor.Organisation && s.View == null && s.WantedBy > now && s.AskedBy != actor.Person).OrderBy(s => s.WantedBy).Take(Most).ToListAsync(cancel);
        return before.Select(s => new TodayItem("Look at a planned placement before it is decided", $"/gate/scrutiny/{s.Id.Value}", s.WantedBy, "Due", $"Asked by {s.AskedByName}"))
            .Concat(open.Select(a => new TodayItem($"Answer the appeal of {a.LodgedByName}", $"/gate/appeals/{a.Id.Value}", a.AnswerBy, a.AnswerBy < now ? "Overdue" : "Due")));
    }

    // The procedure reminds at the end of the next working day; so does the list.
    private static DateTimeOffset ApproveBy(GateDecision decision) => LondonTime.At(UkWorkingDays.Held.After(LondonTime.DateOf(decision.RecordedAt), 1), new TimeOnly(17, 0));
}
