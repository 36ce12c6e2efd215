using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>Publishes, in one batch, the contract details that an authority, or a co-operative for its members, still owes.</summary>
public sealed class PublishContractDetails(PortalDb db, TimeProvider clock)
{
    private const int AtOnce = 1000;

    /// <summary>Returns the batch and how many contracts it holds.</summary>
    public async Task<(string Batch, int Count)> Execute(Actor actor, CancellationToken cancel)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(actor);
        List<ContractDetailsDuty> due = await db.ContractDetailsDuties.Where(d => d.Stage == ContractDetailsStage.Due && authorities.Contains(d.Authority)).OrderBy(d => d.EnteredOn).Take(AtOnce).ToListAsync(cancel);
        if (due.Count == 0)
        {
            throw new RuleBroken("NOTHING_DUE", "No contract details are due.", "A12-03");
        }

        DateTimeOffset now = clock.GetUtcNow();
        string batch = string.Create(CultureInfo.InvariantCulture, $"CD-{LondonTime.DateOf(now):yyyyMMdd}-{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(2))}");
        due.ForEach(duty => duty.Publish(batch, now));
        await db.Save(actor, cancel);
        return (batch, due.Count);
    }
}
