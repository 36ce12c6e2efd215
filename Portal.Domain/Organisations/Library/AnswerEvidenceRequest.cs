using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>The provider shares a document in answer to a buyer's request, or declines and says why; the buyer is told.</summary>
public sealed class AnswerEvidenceRequest(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, EvidenceRequestId id, EvidenceDocumentId? share, string declinedBecause, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        EvidenceRequest request = await db.EvidenceRequests.SingleOrDefaultAsync(r => r.Id == id && r.Provider == by.Organisation, ct) ?? throw new NotFound("That request");
        if (share is { } document)
        {
            request.AnswerWith(await db.LoadEvidence(by, document, ct));
        }
        else
        {
            request.Decline(declinedBecause);
        }

        string code = await db.Organisations.Where(o => o.Id == by.Organisation).Select(o => o.Code).SingleAsync(ct);
        string subject = share is null ? $"{by.OrganisationName} does not share the evidence you asked for" : $"{by.OrganisationName} shares the evidence you asked for";
        db.Add(Message.ToOrganisation(request.Buyer, null, subject, request.DeclinedBecause ?? "You can read and check it now.", $"/organisations/{code}/evidence", clock.GetUtcNow(), $"evidenceRequest/{request.Id.Value}/answer"));
        await db.Save(by, ct);
    }
}
