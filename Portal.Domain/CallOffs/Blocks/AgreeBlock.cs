using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs.Blocks;

/// <summary>What a region asks for when it guarantees places in a home.</summary>
public sealed record BlockRequest(string FrameworkRef, string LotNumber, string HomeUrn, int Places, decimal GuaranteePercent, decimal? VoidRate, DateOnly From, DateOnly To);

/// <summary>A region guarantees places in a home that stands on a lot, at the block terms of its schedule.</summary>
public sealed class AgreeBlock(PortalDb db, TimeProvider clock)
{
    public async Task<BlockContract> Execute(Actor actor, BlockRequest asked, CancellationToken cancel)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Organisation cooperative = await db.CooperativeOf(actor, cancel);
        Framework framework = await db.LoadFramework(asked.FrameworkRef, cancel);
        framework.MustBeManagedBy(actor);
        HomeAdmission admission = await db.HomeAdmissions.Include(h => h.Schedules).SingleOrDefaultAsync(h => h.Framework == framework.Id && h.LotNumber == asked.LotNumber && h.HomeUrn == asked.HomeUrn && h.Status == HomeAdmissionStatus.Onboarded, cancel)
            ?? throw new RuleBroken("HOME_NOT_ON_LOT", $"Home {asked.HomeUrn} is not onboarded on lot {asked.LotNumber} of {framework.Ref}.", field: "Urn");
        DateTimeOffset now = clock.GetUtcNow();
        PriceSchedule schedule = admission.ScheduleOn(LondonTime.DateOf(now)) ?? throw new RuleBroken("NO_PRICE", "The home has no price in force on this lot.", field: "Urn");
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleAsync(h => h.Urn == asked.HomeUrn, cancel);
        var terms = new BlockTerms
        {
            Cooperative = cooperative.Id,
            Provider = home.Provider,
            HomeUrn = home.Urn,
            FrameworkRef = framework.Ref,
            LotNumber = asked.LotNumber,
            Unit = schedule.Unit,
            Places = asked.Places,
            PlacesFree = home.PlacesRegistered - await db.BlockContracts.Where(b => b.HomeUrn == home.Urn && b.From <= asked.To && b.To >= asked.From).SumAsync(b => b.Places, cancel),
            GuaranteePercent = asked.GuaranteePercent,
            VoidRate = asked.VoidRate,
            From = asked.From,
            To = asked.To,
            FrameworkEnds = framework.EndsOn,
        };
        string reference = string.Create(CultureInfo.InvariantCulture, $"BL-{LondonTime.DateOf(now).Year}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
        BlockContract block = BlockContract.Agree(actor, reference, terms, schedule.Terms, now);
        db.Add(block);
        db.Add(Message.ToOrganisation(block.Provider, Role.ProviderBidder, $"{block.Places} block places in {block.HomeUrn}", $"{cooperative.Name} guarantees places from {LondonTime.Day(block.From)} to {LondonTime.Day(block.To)}.", "/call-offs/blocks", now, $"block/{block.Ref}"));
        await db.Save(actor, cancel);
        return block;
    }
}
