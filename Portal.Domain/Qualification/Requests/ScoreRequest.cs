using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>Keeps the points of one request, each with its reason.</summary>
public sealed class ScoreRequest(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, OrganisationId supplier, IReadOnlyList<RequestScore> scores, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        ParticipationRequest request = await db.RequestOf(tender.Id, supplier, stop) ?? throw new NotFound("That request");
        request.Score(tender, scores, actor);
        await db.Save(actor, stop);
    }
}
