using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>Opens one request for the buyer, after the deadline for all of them, and writes the read log (D1-04, D2-07).</summary>
public sealed class ReadRequest(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<(ParticipationRequest Request, RequestContent Content)> Execute(Actor actor, string tenderRef, OrganisationId supplier, CancellationToken stop)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        if (tender.Stage is TenderStage.Drafting or TenderStage.Requesting)
        {
            throw new RuleBroken("REQUESTS_SEALED", "Requests are read when the time for them is over, all at once.", "D1-04");
        }

        ParticipationRequest request = await db.RequestOf(tender.Id, supplier, stop) ?? throw new NotFound("That request");
        db.Note(actor, "request.read", tender.Subject, new { request = request.Id.Value }, clock.GetUtcNow());
        await db.Save(actor, stop);
        return (request, request.Content(keys));
    }
}
