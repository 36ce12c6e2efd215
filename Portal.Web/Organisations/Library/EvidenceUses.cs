using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Domain.Tenders;
using Portal.Web.Bids;

namespace Portal.Web.Organisations.Library;

/// <summary>Something that rests on a document: a bid, an admission or a home, and which version where that is known.</summary>
public sealed record EvidenceUse(string Kind, string What, string Href, string State);

/// <summary>Finds what depends on a document, so that its lapse surprises nobody.</summary>
internal sealed class EvidenceUses(PortalDb db, IKeyStore keys)
{
    public async Task<IReadOnlyList<EvidenceUse>> Of(EvidenceDocument document, CancellationToken cancel) =>
        [.. await Drafts(document, cancel), .. await Submitted(document, cancel), .. await Homes(document, cancel), .. await Admissions(document, cancel)];

    private async Task<IEnumerable<EvidenceUse>> Drafts(EvidenceDocument document, CancellationToken cancel)
    {
        var drafts = await (from draft in db.BidDrafts.AsNoTracking()
                            join tender in db.Tenders.AsNoTracking() on draft.Tender equals tender.Id
                            where draft.Bidder == document.Owner
                            select new { Draft = draft, tender.Ref, Lot = tender.Lots.First(l => l.Id == draft.Lot).Number }).ToListAsync(cancel);
        return from found in drafts
               let used = found.Draft.Content(keys).AllFiles
               from version in document.Versions
               where used.Contains(version.File)
               select new EvidenceUse("Bid", $"Draft for lot {found.Lot} of {found.Ref}, version {version.Number}", BidLinks.Draft(found.Ref, found.Lot), "Not submitted");
    }

    private async Task<IEnumerable<EvidenceUse>> Submitted(EvidenceDocument document, CancellationToken cancel)
    {
        Dictionary<UploadId, int> versions = document.Versions.ToDictionary(v => v.File, v => v.Number);
        UploadId[] files = [.. versions.Keys];
        var bids = await db.SealedBids.AsNoTracking().Where(b => b.Bidder == document.Owner && b.Files.Any(f => files.Contains(f.Upload)))
            .OrderByDescending(b => b.ReceivedAt).Select(b => new { b.TenderRef, b.LotNumber, b.Status, Files = b.Files.Select(f => f.Upload).ToList() }).ToListAsync(cancel);
        return bids.SelectMany(b => b.Files.Where(versions.ContainsKey).Select(f => new EvidenceUse("Bid", $"Lot {b.LotNumber} of {b.TenderRef}, version {versions[f]}", BidLinks.Lots(b.TenderRef), Furniture.GovWords.Of(b.Status))));
    }

    private async Task<IEnumerable<EvidenceUse>> Homes(EvidenceDocument document, CancellationToken cancel)
    {
        List<string> urns = document.Homes;
        var homes = await db.ProviderHomes.AsNoTracking().Where(h => urns.Contains(h.Urn)).OrderBy(h => h.Name).Select(h => new { h.Urn, h.Name }).ToListAsync(cancel);
        return homes.Select(h => new EvidenceUse("Home", $"{h.Name} (URN {h.Urn})", OrganisationLinks.Homes + "#" + h.Urn, "In use"));
    }

    /// <summary>Of the homes that it is about; a document of the whole provider concerns all its admissions.</summary>
    private async Task<IEnumerable<EvidenceUse>> Admissions(EvidenceDocument document, CancellationToken cancel)
    {
        if (document.Homes.Count == 0)
        {
            var places = await db.Set<Admission>().AsNoTracking().Where(a => a.Provider == document.Owner && a.Status != AdmissionStatus.Left)
                .OrderBy(a => a.FrameworkRef).ThenBy(a => a.LotNumber).Select(a => new { a.FrameworkRef, a.LotNumber, a.Status }).ToListAsync(cancel);
            return places.Select(a => new EvidenceUse("Admission", $"Lot {a.LotNumber} of framework {a.FrameworkRef}", "/frameworks/" + a.FrameworkRef, Furniture.GovWords.Of(a.Status)));
        }

        List<string> urns = document.Homes;
        var homes = await db.Set<HomeAdmission>().AsNoTracking().Where(a => urns.Contains(a.HomeUrn) && a.Provider == document.Owner && a.Status != HomeAdmissionStatus.Left)
            .OrderBy(a => a.FrameworkRef).ThenBy(a => a.HomeUrn).Select(a => new { a.FrameworkRef, a.LotNumber, a.HomeUrn, a.Status }).ToListAsync(cancel);
        return homes.Select(a => new EvidenceUse("Admission", $"Home {a.HomeUrn} on lot {a.LotNumber} of framework {a.FrameworkRef}", "/frameworks/" + a.FrameworkRef, Furniture.GovWords.Of(a.Status)));
    }
}
