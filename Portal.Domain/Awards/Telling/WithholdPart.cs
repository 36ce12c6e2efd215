using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>Legal withholds a winner's explanation under one criterion from the other bidders' letters, with the ground.</summary>
public sealed class WithholdPart(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, string lotNumber, OrganisationId winner, string criterion, string ground, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(actor, which.Tender, stop);
        if (tender.LotNumbered(lotNumber).Criteria.All(c => c.Code != criterion))
        {
            throw new NotFound($"Criterion {criterion}");
        }

        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        award.Withhold(tender, new WithheldPart(lotNumber, winner, criterion, ground, actor.Name, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
