using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An administrator takes back an invitation that nobody has answered.</summary>
public sealed class WithdrawInvitation(PortalDb db)
{
    public async Task Execute(Actor actor, InvitationId id, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Invitation invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.Organisation == actor.Organisation, cancellation) ?? throw new NotFound("The invitation");
        invitation.Withdraw();
        db.Remove(invitation);
        await db.Save(actor, cancellation);
    }
}
