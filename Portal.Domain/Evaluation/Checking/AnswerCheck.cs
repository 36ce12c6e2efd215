using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>Legal answers a suspicion of a live check, with the reason why the award may go on.</summary>
public sealed class AnswerCheck(PortalDb db, CheckEqualTreatment check, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CheckKind kind, string lotNumber, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(actor, reference, stop);
        CheckedFinding found = (await check.Execute(tender, stop)).FirstOrDefault(f => f.Finding.Kind == kind && f.Finding.LotNumber == lotNumber) ?? throw new NotFound("That finding");
        if (!found.Stands)
        {
            throw new RuleBroken("ANSWERED_ALREADY", "This finding has been answered.", found.Finding.Rule);
        }

        db.Add(CheckAnswer.To(found.Finding, tender, reason, actor, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
