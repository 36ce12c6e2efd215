using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs;

/// <summary>The placing authority records that a child has left a home: the place is free again, also in its block, the framework counts what the placement came to, and the provider and finance are told.</summary>
public sealed class EndPlacement(PortalDb db, TimeProvider clock)
{
    // A call-off elsewhere on the same framework moves its value at the same moment; that is no fault of this one.
    private const int Attempts = 10;

    public async Task Execute(Actor actor, string reference, Leaving leaving, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await End(actor, reference, leaving, cancel);
                return;
            }
            catch (StaleVersion)
            {
                db.ChangeTracker.Clear();
                if (attempt == Attempts)
                {
                    throw;
                }
            }
        }
    }

    private async Task End(Actor actor, string reference, Leaving leaving, CancellationToken cancel)
    {
        actor.MustBe(Role.PlacementOfficer);
        CallOff callOff = await db.LoadCallOff(actor, reference, cancel);
        if (callOff.Authority != actor.Organisation)
        {
            throw new NotAllowed("The authority that placed the child records that the placement has ended.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (leaving.On > LondonTime.DateOf(now))
        {
            throw new RuleBroken("END_AHEAD", "Record the end once the child has left: the place is free from that moment. Give notice of a planned ending to the provider under the agreement, and name the day on which you gave it then.", field: "On");
        }

        int noticeDays = AgreedNotice.Of(callOff, await db.AgreedTermsOf(callOff, cancel)).CountedFrom(leaving.NoticeFrom, callOff.From);
        callOff.End(leaving, noticeDays);
        await db.SettleValue(callOff.Ref, PlacementValue.Ended(callOff), leaving.On, now, cancel);
        await FreePlace(callOff, leaving.On, cancel);
        Tell(callOff, NoticePaid.InWords(callOff, leaving, noticeDays), now);
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

    private void Tell(CallOff callOff, string notice, DateTimeOffset now)
    {
        string link = $"/call-offs/{callOff.Ref}";
        string when = LondonTime.Day(callOff.EndedOn!.Value);
        db.Add(Message.ToOrganisation(callOff.Provider, Role.ProviderBidder, $"The placement {callOff.Ref} has ended", $"The last day was {when}; the day of leaving is not charged. {notice} Check that your free places are right.", link, now, $"ended/{callOff.Ref}/provider"));
        db.Add(Message.ToOrganisation(callOff.Authority, Role.Finance, $"The placement {callOff.Ref} has ended", $"The last day was {when}; the day of leaving is not charged. {notice}", link, now, $"ended/{callOff.Ref}/finance"));
    }
}
