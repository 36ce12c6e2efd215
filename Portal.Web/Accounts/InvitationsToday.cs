using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Organisations that ask me to act for them.</summary>
public sealed class InvitationsToday(PortalDb db) : ITodayTask
{
    public string Heading => "Invitations";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        List<string> asking = await (
            from invitation in db.Invitations.AsNoTracking()
            where invitation.Person == actor.Person
            join body in db.Organisations on invitation.Organisation equals body.Id
            orderby invitation.InvitedAt
            select body.Name).Take(5).ToListAsync(cancel);
        return [.. asking.Select(name => new TodayItem($"Accept or decline: {name} asks you to act for it", "/accounts#invitations", null, "Invited"))];
    }
}
