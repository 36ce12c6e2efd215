using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Messages to the actor, or to a role the actor holds in the organisation acted for; newest first.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationLinks.Inbox)]
public sealed class InboxController(PortalDb db, ReadMessage read) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid? after, CancellationToken cancel)
    {
        IQueryable<Message> mine = InboxOf(db, Actor);
        if (after is { } cursor && await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == MessageId.From(cursor), cancel) is { } last)
        {
            mine = mine.Where(m => m.SentAt < last.SentAt);
        }

        List<Message> rows = await mine.OrderByDescending(m => m.SentAt).Take(PageOf.Size + 1).ToListAsync(cancel);
        return View(new InboxPage(PageOf.From(rows, m => m.Id.Value.ToString())));
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Open(MessageId id, CancellationToken cancel) => View("Message", await read.Execute(Actor, id, cancel));

    /// <summary>What the actor may see, not tracked.</summary>
    public static IQueryable<Message> InboxOf(PortalDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        List<Role?> roles = [.. actor.Roles.Select(r => (Role?)r)];
        return db.Messages.AsNoTracking().Where(m => m.Person == actor.Person || (m.Organisation == actor.Organisation && (m.Role == null || roles.Contains(m.Role))));
    }
}

/// <summary>The page.</summary>
public sealed record InboxPage(PageOf<Message> Messages);
