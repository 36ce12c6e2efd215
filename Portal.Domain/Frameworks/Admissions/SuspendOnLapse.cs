using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Frameworks;

/// <summary>The day after a document's last good day, the portal stops new placements in the homes whose admission rests on it: those it is about, on frameworks whose lead or co-operative it was shared with, unless another document of the same kind is still good.</summary>
public sealed class SuspendOnLapse(PortalDb db, TimeProvider clock)
{
    /// <summary>The kinds without which no child may be placed (care-sector §1.5).</summary>
    public static readonly IReadOnlyList<EvidenceKind> Needed = [EvidenceKind.Insurance, EvidenceKind.Registration, EvidenceKind.Safeguarding];

    public async Task Execute(EvidenceDocumentId id, CancellationToken stop = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        EvidenceDocument document = await db.EvidenceDocuments.SingleAsync(d => d.Id == id, stop);
        if (document.RetiredAt is not null || !document.IsLapsed(today) || !Needed.Contains(document.Kind))
        {
            return;
        }

        List<HomeAdmission> homes = await HomesWithout(document, today, stop);
        foreach (IGrouping<FrameworkId, HomeAdmission> on in homes.GroupBy(h => h.Framework))
        {
            Framework framework = await db.Frameworks.SingleAsync(f => f.Id == on.Key, stop);
            if (document.IsSharedWith(framework.Lead) || document.IsSharedWith(framework.Cooperative))
            {
                Suspend(document, framework, [.. on], now);
            }
        }

        await db.Save(Actor.Portal, stop);
    }

    // The onboarded homes that the document is about and for which no other document of its kind is still good.
    private async Task<List<HomeAdmission>> HomesWithout(EvidenceDocument document, DateOnly today, CancellationToken stop)
    {
        List<EvidenceDocument> same = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == document.Owner && d.Kind == document.Kind && d.Id != document.Id && d.RetiredAt == null).ToListAsync(stop);
        List<EvidenceDocument> good = [.. same.Where(d => !d.IsLapsed(today))];
        List<HomeAdmission> homes = await db.HomeAdmissions.Where(h => h.Provider == document.Owner && h.Status == HomeAdmissionStatus.Onboarded).ToListAsync(stop);
        return [.. homes.Where(h => Covers(document, h) && !good.Exists(d => Covers(d, h)))];
    }

    private static bool Covers(EvidenceDocument document, HomeAdmission home) => document.Homes.Count == 0 || document.Homes.Contains(home.HomeUrn);

    private void Suspend(EvidenceDocument document, Framework framework, List<HomeAdmission> homes, DateTimeOffset now)
    {
        homes.ForEach(h => h.SuspendForLapse(document.Id, document.Title));
        string urns = string.Join(", ", homes.Select(h => h.HomeUrn).Distinct());
        string key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lapsed/{document.Id.Value}/{document.Current.Number}/{framework.Ref}");
        db.Add(Message.ToOrganisation(document.Owner, Role.ProviderBidder, $"“{document.Title}” has lapsed: new placements stop", $"On {framework.Ref} no new child is placed in {urns} until a renewed version is added and accepted. Children who live there stay.", $"/organisations/evidence/{document.Id.Value}", now, key));
        db.Add(Message.ToOrganisation(framework.Cooperative, Role.QaLead, $"Evidence has lapsed: {urns}", $"“{document.Title}” was good until {LondonTime.Day(document.ExpiresOn!.Value)}. The portal has stopped new placements there on {framework.Ref}.", $"/frameworks/{framework.Ref}", now, key + "/quality"));
    }
}
