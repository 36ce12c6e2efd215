using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>Published tenders by reference, title or description.</summary>
public sealed class TenderSearchSource(PortalDb db, TimeProvider clock) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> Find(string words, Actor? actor, CancellationToken cancel)
    {
        List<Tender> found = await db.PublishedTenders(new TenderQuestion(words), null, clock.GetUtcNow()).Take(20).ToListAsync(cancel);
        return [.. found.Select(t => new SearchHit("Tender", t.Title, "/tenders/" + t.Ref, t.Ref))];
    }
}
