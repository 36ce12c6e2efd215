using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs;

/// <summary>Calls a place off on the strength of the latest gate decision; embargo, places and price are tested again, the home's occupancy and the framework's value used move with it. The same key with the same body gives the call-off already made.</summary>
public sealed class MakeCallOff(PortalDb db, TimeProvider clock)
{
    // A call-off elsewhere on the same framework also moves its value; only a bed that is really gone is refused.
    private const int Attempts = 10;

    public async Task<CallOff> Execute(Actor actor, CallOffRequest request, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await Make(actor, request, cancel);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
            catch (RuleBroken refused) when (request.Stamp is not null)
            {
                // The same request may have been answered between the looks: it took the place itself.
                db.ChangeTracker.Clear();
                return await db.KnownCallOff(request.Stamp, cancel) ?? throw new RuleBroken(refused.Reasons);
            }
            catch (StaleVersion)
            {
                throw new RuleBroken("JUST_TAKEN", "Many places are being called off at this moment. Nothing was agreed. Try again: if a place is left you get it, otherwise look at the other offers.", "A5");
            }
        }
    }

    private async Task<CallOff> Make(Actor actor, CallOffRequest request, CancellationToken cancel)
    {
        if (await db.KnownCallOff(request.Stamp, cancel) is { } known)
        {
            return known;
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        GateDecision decision = await db.GateDecisions.SingleOrDefaultAsync(d => d.Id == request.Decision && d.Authority == actor.Organisation, cancel) ?? throw new NotFound("The gate decision");
        await db.MustStillBeOpen(decision, cancel);
        string? replaced = await db.MustReplaceWhatRuns(decision, request.Replaces, cancel);
        RuleBroken.If([.. Retest.OfDecision(decision, await db.LatestOf(decision, cancel), today)]);
        ProviderHome home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == decision.HomeUrn, cancel)
            ?? throw new RuleBroken("HOME_UNLISTED", "This home is not listed in the portal. Ask its provider to register it, then call off; the emergency stands meanwhile.");
        List<FrameworkTerms> terms = await db.FrameworkTermsFor(actor.Organisation, home.Provider, home.Urn, decision.ServiceType, today, decision.Facts.Child.Age).ToListAsync(cancel);
        RuleBroken.If([.. Retest.OfHome(home, decision, await OwnCooperative(actor, cancel), await db.EmbargoesOf(home.Urn, home.Provider).ToListAsync(cancel)), .. Retest.OfPrice(decision, request.Price, terms), .. Retest.OfUnits(decision.Unit, request.UnitsPerWeek)]);
        FrameworkTerms? lot = Retest.LotOf(decision, terms);
        RoutedPlace routed = await new CallOffRouting(db).Of(request, decision, lot, now, cancel);
        var place = new CalledPlace(home.Provider, home.Urn, lot?.Ref, lot?.LotNumber, request.From, request.Weeks ?? decision.Facts.Option.Weeks, decision.Facts.Option.PlacesNeeded) { Routed = routed, Named = await db.NamedPeopleAt(home.Urn, home.Provider, today, cancel), UnitsPerWeek = PlacementValue.UnitsPerWeek(decision.Unit) is null ? request.UnitsPerWeek : null, Replaces = replaced };
        CallOff callOff = CallOff.Make(actor, NewReference(today), decision, place, now);
        CalledOff moved = new(db);
        await moved.Move(callOff, decision, home, lot, cancel);
        moved.AskForTheEndOf(replaced, callOff);
        db.Add(callOff);
        db.Remember(request.Stamp, callOff);
        await db.Save(actor, cancel);
        return callOff;
    }

    private Task<string?> OwnCooperative(Actor actor, CancellationToken cancel) =>
        db.Organisations.Where(o => db.Set<Organisation>().Any(a => a.Id == actor.Organisation && a.Parent == o.Id)).Select(o => (string?)o.Code).SingleOrDefaultAsync(cancel);

    private static string NewReference(DateOnly today) =>
        string.Create(CultureInfo.InvariantCulture, $"CO-{today.Year}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
}
