using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A second administrator or a director confirms or refuses a change of roles; whoever asked may take it back.</summary>
public sealed class SettleRoleRequest(PortalDb db)
{
    public async Task Execute(Actor actor, RoleRequestId id, bool confirm, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator, Role.Director);
        RoleRequest request = await db.RoleRequests.SingleOrDefaultAsync(r => r.Id == id && r.Organisation == actor.Organisation, cancellation) ?? throw new NotFound("The change of roles");
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == request.Person && p.Memberships.Any(m => m.Organisation == actor.Organisation), cancellation);
        if (confirm)
        {
            request.Confirm(actor, person ?? throw new NotFound("The person"));
        }
        else
        {
            request.Refuse();
        }

        db.Remove(request);
        await db.Save(actor, cancellation);
    }
}
