using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Whoever runs the server brings an administrator into an organisation: the way into a portal in which nobody can invite anybody yet.</summary>
public sealed class InviteAdministrator(PortalDb db, InvitePerson invite)
{
    public async Task<(Invited Invited, Organisation Organisation)> Execute(string code, string name, string email, CancellationToken cancellation = default)
    {
        Organisation organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Code == code, cancellation) ?? throw new NotFound($"An organisation with the code {code}");
        if (email.IndexOf('@', StringComparison.Ordinal) < 1 || !PlainText.IsOneLine(email))
        {
            throw new RuleBroken("EMAIL", "Give an e-mail address like name@example.gov.uk.", field: "Email");
        }

        Invited invited = await invite.Ask(organisation, name, email, [Role.Administrator], "The portal", cancellation);
        await db.Save(Actor.Portal, cancellation);
        return (invited, organisation);
    }
}
