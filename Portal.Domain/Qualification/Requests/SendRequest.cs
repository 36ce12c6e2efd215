using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Qualification.Requests;

/// <summary>Sends a supplier's request to take part, or a newer one in its place; from then on the supplier is told of every change (A7-04).</summary>
public sealed class SendRequest(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task Execute(Actor by, string tenderRef, RequestContent content, CancellationToken stop)
    {
        by.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        ParticipationRequest? request = await db.RequestOf(tender.Id, by.Organisation, stop);
        if (request is null)
        {
            request = ParticipationRequest.From(tender, by.Organisation);
            db.Add(request);
        }

        request.Send(tender, content, keys, by, now);
        await db.Watch(tender, by, WatchReason.Drafting, now, stop);
        await db.Save(by, stop);
    }
}
