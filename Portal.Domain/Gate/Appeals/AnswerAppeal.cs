using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Appeals;

/// <summary>The duty panel answers an appeal; upheld, the gate decides again with the panel's reason as the exception's, and the three approvals of an exception follow.</summary>
public sealed class AnswerAppeal(PortalDb db, DecideOption decide, TimeProvider clock)
{
    public async Task<Appeal> Execute(Actor actor, AppealId id, bool upheld, string words, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.QaLead, Role.Legal);
        Appeal appeal = await db.Appeals.SingleOrDefaultAsync(a => a.Id == id && a.Panel == actor.Organisation, cancel) ?? throw new NotFound("That appeal");
        GateDecision latest = await db.LatestOf(await db.GateDecisions.SingleAsync(d => d.Id == appeal.Decision, cancel), cancel);
        List<PersonId> approvers = await db.GivenApprovals.Where(a => a.Line == appeal.Line).Select(a => a.Person).ToListAsync(cancel);
        appeal.Settle(actor, upheld, words, latest, approvers, clock.GetUtcNow());
        if (upheld)
        {
            AskedOption asked = latest.Asserted with { ExceptionReason = $"Appeal upheld: {appeal.Answer}" };
            GateRequester requester = new(latest.Authority, latest.Requester, latest.RequesterName);
            appeal.LeadTo(await decide.Execute(requester, asked, latest, DecisionOccasion.Appealed, [], cancel));
        }

        string link = $"/gate/decisions/{(appeal.Result ?? appeal.Decision).Value}";
        db.Add(Message.ToPerson(appeal.LodgedBy, upheld ? "Your appeal is upheld" : "Your appeal is dismissed", appeal.Answer!, link, clock.GetUtcNow()));
        await WithdrawCall(appeal, cancel);
        await db.SaveNext(actor, latest, cancel);
        return appeal;
    }

    // What called the panel to answer is done.
    private async Task WithdrawCall(Appeal appeal, CancellationToken cancel)
    {
        string page = $"/gate/appeals/{appeal.Id.Value}";
        foreach (Message call in await db.Messages.Where(m => m.Organisation == appeal.Panel && m.Link == page && m.ReadAt == null).ToListAsync(cancel))
        {
            call.Withdraw(clock.GetUtcNow());
        }
    }
}
