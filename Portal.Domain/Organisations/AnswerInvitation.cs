using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>The invited person accepts and joins with the roles offered, or declines; nobody else can.</summary>
public sealed class AnswerInvitation(PortalDb db)
{
    public async Task<Organisation> Execute(PersonId by, InvitationId id, bool accept, CancellationToken cancellation = default)
    {
        Invitation invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.Person == by, cancellation) ?? throw new NotFound("The invitation");
        Person person = await db.People.SingleAsync(p => p.Id == by, cancellation);
        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == invitation.Organisation, cancellation);
        if (accept)
        {
            invitation.Accept(person);
        }
        else
        {
            invitation.Decline();
        }

        db.Remove(invitation);
        await db.Save(new Actor(person.Id, person.Name, organisation.Id, organisation.Name, new HashSet<Role>()) { Side = organisation.Side }, cancellation);
        return organisation;
    }
}
