using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Says what becomes of one provider on one lot in a round. A new member is admitted when the award has not done so already.</summary>
public sealed class SettleRoundMember(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, int number, RoundEntry entry, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        FrameworkRound round = await db.LoadRound(reference, number, stop);
        Admission? admission = await db.Admissions.SingleOrDefaultAsync(a => a.Framework == framework.Id && a.LotNumber == entry.LotNumber && a.Provider == entry.Provider, stop);
        if (admission is null && entry.Standing == RoundStanding.New)
        {
            admission = framework.Admit(entry.LotNumber, entry.Provider);
            db.Add(admission);
        }

        Settle(round, admission ?? throw new NotFound("That member of the lot"), entry, clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    private static void Settle(FrameworkRound round, Admission member, RoundEntry entry, DateTimeOffset now)
    {
        switch (entry.Standing)
        {
            case RoundStanding.Carried:
                round.Carry(member, now);
                break;
            case RoundStanding.Updated:
                round.Update(member, entry.Words, now);
                break;
            case RoundStanding.New:
                round.WelcomeNew(member, entry.Words, now);
                break;
            default:
                round.LetLeave(member, entry.Words, now);
                break;
        }
    }
}

/// <summary>One provider's standing in a round, with the words that say why.</summary>
public sealed record RoundEntry(string LotNumber, OrganisationId Provider, RoundStanding Standing, string Words);
