using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>Makes the shortlist by the published criteria, invites it to tender, and tells everybody who asked what became of the request, all at the same moment (A4-07).</summary>
public sealed class InviteShortlist(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, DateTimeOffset closesAt, string whyOnlyOne, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        RuleBroken.If(await WhatBlocks(tender, stop));
        List<ParticipationRequest> requests = await db.RequestsFor(tender.Id, stop);
        IReadOnlySet<OrganisationId> qualified = await db.QualifiedBidders(tender.Id, stop);
        IReadOnlyList<ShortlistPlace> places = Shortlist.Of(tender.Plan!, [.. requests.Where(r => qualified.Contains(r.Supplier))]);
        if (places.Count == 1 && string.IsNullOrWhiteSpace(whyOnlyOne))
        {
            throw new RuleBroken("ONLY_ONE", "One supplier qualifies. Say why going on with one still gives value for money, or end the procurement.", "A4-01", "WhyOnlyOne");
        }

        DateTimeOffset now = clock.GetUtcNow();
        tender.InviteTenders([.. places.Where(p => p.Invited).Select(p => p.Request.Supplier)], closesAt, whyOnlyOne, now);
        foreach (ParticipationRequest request in requests)
        {
            Settle(tender, request, places.FirstOrDefault(p => p.Request == request), now);
        }

        await db.Save(actor, stop);
    }

    /// <summary>Everything that is missing before the shortlist can be made.</summary>
    public async Task<IReadOnlyList<Reason>> WhatBlocks(Tender tender, CancellationToken stop)
    {
        if (tender.Stage != TenderStage.Shortlisting)
        {
            return [new Reason("WRONG_STAGE", "The shortlist is made when the time for requests is over, and once.", "A4-07")];
        }

        List<ParticipationRequest> requests = await db.RequestsFor(tender.Id, stop);
        HashSet<OrganisationId> decided = [.. await db.ParticipationDecisions.Where(d => d.Tender == tender.Id && d.Times > 0).Select(d => d.Bidder).ToListAsync(stop)];
        IReadOnlySet<OrganisationId> qualified = await db.QualifiedBidders(tender.Id, stop);
        int unscored = requests.Count(r => qualified.Contains(r.Supplier) && r.Scores.Count == 0);
        return [.. WhatIsLacking(requests.Count, requests.Count(r => !decided.Contains(r.Supplier)), unscored, requests.Exists(r => qualified.Contains(r.Supplier)))];
    }

    private static IEnumerable<Reason> WhatIsLacking(int asked, int undecided, int unscored, bool anyQualifies)
    {
        if (asked == 0)
        {
            yield return new Reason("NO_REQUEST", "Nobody asked to take part. End the procurement with its reason (UK12).", "A9-08");
        }
        else if (undecided > 0)
        {
            yield return new Reason("UNDECIDED", $"Decide for {undecided} more {(undecided == 1 ? "supplier" : "suppliers")} whether it meets the conditions.", "A4-03");
        }
        else if (!anyQualifies)
        {
            yield return new Reason("NO_BIDDER", "No supplier meets the conditions, so nobody can be invited. End the procurement, or decide again.", "A9-08");
        }

        if (unscored > 0)
        {
            yield return new Reason("UNSCORED", $"Score {unscored} more {(unscored == 1 ? "request" : "requests")} by the published criteria.", "A4-07");
        }
    }

    private void Settle(Tender tender, ParticipationRequest request, ShortlistPlace? place, DateTimeOffset now)
    {
        request.Settle(place switch { null => RequestStanding.Disregarded, { Invited: true } => RequestStanding.Invited, _ => RequestStanding.NotInvited }, place?.Place, place?.Points);
        string result = place switch
        {
            null => "Your request is not considered because a condition of participation is not met or a ground for exclusion applies.",
            { Invited: true } => $"You are on the shortlist. Send your initial tender before tenders close {LondonTime.ForPeople(tender.ClosesAt!.Value)}.",
            { Place: var at, Points: var points } => $"You are not on the shortlist: place {at} with {points} of 100 points.",
        };
        db.Add(Message.ToOrganisation(request.Supplier, Role.ProviderBidder, $"Your request to take part in {tender.Title}", $"{result} The reasons stand on the page.", $"/tenders/{tender.Ref}/take-part", now, $"{tender.Ref}/request/{request.Id.Value}"));
    }
}
