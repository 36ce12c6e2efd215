using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An administrator takes off a colleague's second factor after a lost phone; the person must set it up again before anything else. It is on the record.</summary>
public sealed class ResetSecondFactor(PortalDb db)
{
    public async Task Execute(Actor actor, PersonId id, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null || !person.Memberships.Any(m => m.Organisation == actor.Organisation))
        {
            throw new NotFound("The person");
        }

        if (person.Memberships.Count > 1 && person.Home != actor.Organisation)
        {
            throw new RuleBroken("NOT_THEIR_HOME", "This person also acts for another organisation and belonged to it first. Only an administrator there can take off the second factor; the person can do it with the password on the page Your account.");
        }

        Account account = await db.Users.SingleAsync(a => a.Person == id, cancellation);
        account.TwoFactorEnabled = false;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        person.LoseSecondFactor();
        await db.Save(actor, cancellation);
    }
}
