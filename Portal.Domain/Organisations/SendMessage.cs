using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Who a message is for.</summary>
public sealed record Addressee(PersonId? Person, OrganisationId? Organisation, Role? Role)
{
    public static Addressee Of(PersonId person) => new(person, null, null);

    /// <summary>Everybody who holds the role there; without a role, everybody there.</summary>
    public static Addressee Of(OrganisationId organisation, Role? role = null) => new(null, organisation, role);
}

/// <summary>Puts a message into inboxes; the notice by e-mail follows by itself. To tell within another use case's transaction, add a <see cref="Message"/> to the database there instead.</summary>
public sealed class SendMessage(PortalDb db, TimeProvider clock)
{
    /// <summary>With a key, a second message of the same key is not sent.</summary>
    public async Task Execute(Addressee to, string subject, string body, string link, string? key = null, CancellationToken cancellation = default)
    {
        if (key is not null && await db.Messages.AnyAsync(m => m.Key == key, cancellation))
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        db.Add(to.Person is { } person
            ? Message.ToPerson(person, subject, body, link, now, key)
            : Message.ToOrganisation(to.Organisation ?? throw new ArgumentException("A message needs an addressee.", nameof(to)), to.Role, subject, body, link, now, key));
        await db.Save(Actor.Portal, cancellation);
    }
}
