using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Announces the next re-opening of a framework, to its members and to providers of homes that have not joined.</summary>
public sealed class AnnounceRound(PortalDb db, TimeProvider clock)
{
    public async Task<FrameworkRound> Execute(Actor actor, string reference, DateTimeOffset opensAt, DateTimeOffset closesAt, string? tenderRef, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        if (await db.FrameworkRounds.AnyAsync(r => r.Framework == framework.Id && r.Stage != RoundStage.Completed && r.Stage != RoundStage.Cancelled, stop))
        {
            throw new RuleBroken("ROUND_RUNNING", $"A round of {reference} is running already. Complete or cancel it first.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        int number = await db.FrameworkRounds.CountAsync(r => r.Framework == framework.Id, stop) + 1;
        FrameworkRound round = FrameworkRound.Announce(framework, number, (opensAt, closesAt), string.IsNullOrWhiteSpace(tenderRef) ? null : tenderRef.Trim(), now);
        db.Add(round);
        List<OrganisationId> members = await db.Admissions.Where(a => a.Framework == framework.Id && a.Status != AdmissionStatus.Left).Select(a => a.Provider).Distinct().ToListAsync(stop);
        foreach (OrganisationId member in members)
        {
            db.Add(Message.ToOrganisation(
                member,
                Role.ProviderBidder,
                $"Framework {reference} re-opens: round {number}",
                "You stay by your earlier award unless you say otherwise. You may update your bid, add lots or homes, or leave.",
                $"/frameworks/{Uri.EscapeDataString(reference)}/rounds",
                now,
                $"round/{round.Id.Value}/{member.Value}"));
        }

        foreach (OrganisationId provider in await NotJoined(framework, members, stop))
        {
            db.Add(Message.ToOrganisation(
                provider,
                Role.ProviderBidder,
                $"Framework {reference} opens to new homes: round {number}",
                $"You have homes in its area that have not joined. It opens {LondonTime.ForPeople(opensAt)} and closes {LondonTime.ForPeople(closesAt)}.",
                $"/frameworks/{Uri.EscapeDataString(reference)}/rounds",
                now,
                $"round/{round.Id.Value}/{provider.Value}"));
        }

        await db.Save(actor, stop);
        return round;
    }

    // Whoever runs a home in the framework's area and stands on none of its lots.
    private async Task<List<OrganisationId>> NotJoined(Framework framework, List<OrganisationId> members, CancellationToken stop)
    {
        Organisation cooperative = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == framework.Cooperative, stop);
        return await db.HomesInArea(cooperative).Where(h => !members.Contains(h.Provider)).Select(h => h.Provider).Distinct().ToListAsync(stop);
    }
}
