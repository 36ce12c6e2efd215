using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Fees;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Fees;

/// <summary>The fees' entry in the navigation.</summary>
public sealed class FeesNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor) =>
        actor?.Is(Role.Finance, Role.HeadOfService, Role.Director, Role.RccCommissioner, Role.Commissioner) == true
            ? [new NavEntry("Fees", "/fees", actor.Is(Role.Finance) ? 10 : 45)]
            : [];
}

/// <summary>Fees that wait for the actor: to sign, or to answer.</summary>
public sealed class FeesToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int AtMost = 50;

    public string Heading => "Fees";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        Acting acting = await db.ActingOn(actor, LondonTime.DateOf(clock.GetUtcNow()), cancel);
        if (acting.StandsInFor.Count == 0 && !actor.Is(Role.Finance, Role.HeadOfService, Role.Director, Role.RccCommissioner, Role.Legal, Role.PlacementOfficer))
        {
            return [];
        }

        FeeApproval[] open = await db.FeesSeenBy(actor).AsNoTracking().Include(f => f.Signatures).Where(f => f.Stage != FeeStage.Approved).OrderBy(f => f.DueAt).Take(AtMost).ToArrayAsync(cancel);
        return
        [
            .. open.Where(f => f.Stage == FeeStage.Awaiting && f.WhatBlocksSigning(acting.For(f.Weekly, "week")).Count == 0)
                .Select(f => new TodayItem($"Approve the fee of {f.Asked.CallOffRef}: {f.Asked.Fee} a {f.Asked.Unit}", $"/fees/{f.Id.Value}", f.DueAt, "Awaiting approval", string.Join(", ", f.Flags.Select(x => x.InWords())))),
            .. open.Where(f => f.Stage == FeeStage.Queried && f.Asked.RequestedBy == actor.Person)
                .Select(f => new TodayItem($"Answer the question about the fee of {f.Asked.CallOffRef}", $"/fees/{f.Id.Value}", f.DueAt, "Queried")),
        ];
    }
}
