using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>The authority that placed the child answers a question about the fee.</summary>
public sealed class AnswerFeeQuery(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string answer, CancellationToken cancel)
    {
        actor.MustBe(Role.PlacementOfficer, Role.Commissioner, Role.HeadOfService);
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        if (fee.Asked.Authority != actor.Organisation)
        {
            throw new NotAllowed("The authority that placed the child answers.");
        }

        fee.Answer(actor, answer, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
