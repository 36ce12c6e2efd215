using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Standing;

/// <summary>The holder of an office names a colleague as deputy, who is told.</summary>
public sealed class NameDeputy(PortalDb db, TimeProvider clock)
{
    public async Task<DeputyId> Execute(Actor actor, Role office, string email, DateOnly from, DateOnly to, Money? weeklyLimit, CancellationToken cancel)
    {
        Person person = await db.Colleague(actor, email, cancel);
        Deputy deputy = Deputy.Name(actor, office, (person.Id, person.Name), (from, to), weeklyLimit, LondonTime.DateOf(clock.GetUtcNow()));
        db.Add(deputy);
        db.Add(Message.ToPerson(person.Id, $"You stand in for {actor.Name}", $"From {LondonTime.Day(from)} to {LondonTime.Day(to)} you may approve in this office. You never approve what you asked for yourself.", "/gate/approvals", clock.GetUtcNow()));
        await db.Save(actor, cancel);
        return deputy.Id;
    }
}
