using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Tells whoever registered a provider that it awaits verification, on Today and wherever that refuses an act.</summary>
public sealed class AwaitingVerification(PortalDb db) : ITodayTask
{
    public string Heading => "Your organisation";

    public int Order => -100;

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel) =>
        await Reason(actor, cancel) is { } reason ? [new TodayItem($"{actor.OrganisationName} awaits verification", "/accounts", null, "Awaiting verification", reason)] : [];

    /// <summary>Why the actor may not act yet, or null when the organisation needs no verification or has it.</summary>
    public async Task<string?> Reason(Actor? actor, CancellationToken cancel)
    {
        if (actor is null || actor.Roles.Count > 0)
        {
            return null;
        }

        var provider = await db.Organisations.AsNoTracking().Where(o => o.Id == actor.Organisation && o.Kind == OrganisationKind.Provider && o.VerifiedAt == null)
            .Select(o => new { o.VerificationRefusal }).SingleOrDefaultAsync(cancel);
        return provider switch
        {
            null => null,
            { VerificationRefusal: { } refused } => $"The verification was refused: {refused}",
            _ => "A co-operative checks that you may act for this company, usually within two working days. You get a message. Until then you can look, but not bid and not add homes.",
        };
    }
}
