using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs;

/// <summary>The placing authority records that a child has left a home: the place is free again, also in its block, and the provider and finance are told.</summary>
public sealed class EndPlacement(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, DateOnly on, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.PlacementOfficer);
        CallOff callOff = await db.LoadCallOff(actor, reference, cancel);
        if (callOff.Authority != actor.Organisation)
        {
            throw new NotAllowed("The authority that placed the child records that the placement has ended.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (on > LondonTime.DateOf(now))
        {
            throw new RuleBroken("END_AHEAD", "Record the end once the child has left: the place is free from that moment. Give notice of a planned ending to the provider under the agreement.", field: "On");
        }

        callOff.End(on, reason);
        await FreePlace(callOff, on, cancel);
        Tell(callOff, now);
        await db.Save(actor, cancel);
    }

    // What the provider has said on that day or since counts the child as gone or as still there; nobody corrects it from afar.
    private async Task FreePlace(CallOff callOff, DateOnly on, CancellationToken cancel)
    {
        ProviderHome home = await db.ProviderHomes.SingleAsync(h => h.Urn == callOff.HomeUrn, cancel);
        if (home.OccupancyStatedAt is not { } stated || LondonTime.DateOf(stated) < on)
        {
            home.StateOccupancy(Math.Max(0, home.PlacesOccupied - callOff.Places));
        }
    }

    private void Tell(CallOff callOff, DateTimeOffset now)
    {
        string link = $"/call-offs/{callOff.Ref}";
        string when = LondonTime.Day(callOff.EndedOn!.Value);
        db.Add(Message.ToOrganisation(callOff.Provider, Role.ProviderBidder, $"The placement {callOff.Ref} has ended", $"The last day was {when}; the day of leaving is not charged. Check that your free places are right.", link, now, $"ended/{callOff.Ref}/provider"));
        db.Add(Message.ToOrganisation(callOff.Authority, Role.Finance, $"The placement {callOff.Ref} has ended", $"The last day was {when}; the day of leaving is not charged. Notice is paid as its agreement says.", link, now, $"ended/{callOff.Ref}/finance"));
    }
}
