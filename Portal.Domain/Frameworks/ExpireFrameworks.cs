using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The day after a framework's last day the portal marks it as expired and tells its lead: nobody calls off from it or joins it any more, and children who were placed stay at their agreements' prices.</summary>
public sealed class ExpireFrameworks(PortalDb db, TimeProvider clock)
{
    /// <summary>Returns how many expired.</summary>
    public async Task<int> Execute(CancellationToken stop)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        List<Framework> over = await db.Frameworks.Where(f => f.Stage == FrameworkStage.Live && f.EndsOn < today).ToListAsync(stop);
        foreach (Framework framework in over)
        {
            framework.Expire();
            db.Add(Message.ToOrganisation(framework.Lead, Role.Commissioner, $"Framework {framework.Ref} has expired", "Nothing new is called off from it. Children who were placed stay at the prices of their agreements.", $"/frameworks/{Uri.EscapeDataString(framework.Ref)}", now, $"expired/{framework.Ref}"));
        }

        await db.Save(Actor.Portal, stop);
        return over.Count;
    }
}
