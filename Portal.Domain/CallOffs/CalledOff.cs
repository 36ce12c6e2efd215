using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;

namespace Portal.Domain.CallOffs;

/// <summary>What moves with a call-off in the same transaction: the home's occupancy, the framework's value used, the price in force for the child, the referral and its offer.</summary>
internal sealed class CalledOff(PortalDb db)
{
    public async Task Move(CallOff callOff, GateDecision decision, ProviderHome home, FrameworkTerms? lot, CancellationToken cancel)
    {
        if (!decision.Facts.Child.AlreadyLivesThere)
        {
            home.StateOccupancy(home.PlacesOccupied + callOff.Places);
        }

        if (lot is not null)
        {
            Framework framework = await db.Frameworks.SingleAsync(f => f.Id == lot.Framework, cancel);
            db.CommitValue(framework, (callOff.Ref, lot.LotNumber, PlacementValue.AtSignature(callOff)), LondonTime.DateOf(callOff.MadeAt), callOff.MadeAt);
        }

        db.Add(new PlacementPrice(callOff.Authority, callOff.ChildReference, callOff.HomeUrn, callOff.Price, callOff.Unit, callOff.From));
        if (ContractDetailsDuty.Of(callOff, Threshold.On(LondonTime.DateOf(callOff.MadeAt), await db.ClassOf(callOff.Authority, cancel), PurchaseKind.LightTouch)) is { } duty)
        {
            db.Add(duty);
        }

        await MarkReferral(callOff, cancel);
    }

    /// <summary>Whoever runs placements is asked to record the end of the placement that this one takes the place of; nobody where there is none.</summary>
    public void AskForTheEndOf(string? replaced, CallOff callOff)
    {
        if (replaced is not null)
        {
            db.Add(Message.ToOrganisation(callOff.Authority, Role.PlacementOfficer, $"Record the end of {replaced}", $"{callOff.Ref} takes its place from {LondonTime.Day(callOff.From)}. Until its end is recorded {replaced} counts as running, and its place as taken.", $"/call-offs/{replaced}/end", callOff.MadeAt, $"callOff/{callOff.Ref}/replaces"));
        }
    }

    private async Task MarkReferral(CallOff callOff, CancellationToken cancel)
    {
        Referral? referral = await db.Referrals.SingleOrDefaultAsync(r => r.Ref == callOff.ReferralRef && r.Authority == callOff.Authority, cancel);
        if (referral is not { Stage: ReferralStage.Sent or ReferralStage.WindowClosed or ReferralStage.Placed })
        {
            return;
        }

        referral.MarkPlaced(callOff.Ref);
        Offer? offer = await db.Offers.FirstOrDefaultAsync(o => o.Referral == referral.Id && o.HomeUrn == callOff.HomeUrn && o.Stage == OfferStage.Made, cancel);
        offer?.Take();
    }
}
