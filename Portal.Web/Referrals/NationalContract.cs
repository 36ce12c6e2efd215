using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;

namespace Portal.Web.Referrals;

/// <summary>A national contract that covers what the child needs, and whether its hub was asked or has no place.</summary>
public sealed record NationalContract(string Ref, string Title, bool Asked, bool NoPlace)
{
    public static async Task<IReadOnlyList<NationalContract>> Of(PortalDb db, Actor actor, Referral referral, DateTimeOffset now, CancellationToken cancel)
    {
        HashSet<FrameworkId> covering = [];
        foreach (string type in referral.ServiceTypes)
        {
            covering.UnionWith((await db.FrameworksCovering(actor.Organisation, type, LondonTime.DateOf(now), referral.ChildAge).Where(t => t.Level == FrameworkLevel.National).ToListAsync(cancel)).Select(t => t.Framework));
        }

        if (covering.Count == 0)
        {
            return [];
        }

        List<Framework> contracts = await db.Frameworks.AsNoTracking().IgnoreAutoIncludes().Where(f => covering.Contains(f.Id)).OrderBy(f => f.Ref).ToListAsync(cancel);
        List<FrameworkId> none = await db.NoPlaceConfirmedFor(referral.Ref).ToListAsync(cancel);
        string[] keys = [.. contracts.Select(c => HubKeys.Asked(c.Id, referral.Ref))];
        HashSet<string?> asked = [.. await db.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel)];
        return [.. contracts.Select(c => new NationalContract(c.Ref, c.Title, asked.Contains(HubKeys.Asked(c.Id, referral.Ref)), none.Contains(c.Id)))];
    }
}
