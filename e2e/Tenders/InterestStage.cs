using System.IO.Compression;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Tenders;

/// <summary>Anybody finds the tender, takes its documents and dates; a provider watches it; another says why it will not bid.</summary>
public static class InterestStage
{
    public static async Task Play(Cast cast)
    {
        await PublicTakesPapers(cast);
        Visitor watcher = await cast.Enter("no bidder", Role.ProviderBidder, await cast.Portal.Organisation("P-900", OrganisationKind.Provider));
        await watcher.Go($"/tenders/{cast.Ref}");
        await watcher.Press("Watch this tender");
        await watcher.Reads("You are told of every change");
        await watcher.Follow("Tell the buyer that you will not bid");
        await watcher.Type("Reason", "We have no free places before 2028.");
        await watcher.Press("Send the reason");
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go($"/tenders/{cast.Ref}");
        await buyer.Follow("Who declined, and why");
        await buyer.Reads("no free places before 2028");
    }

    private static async Task PublicTakesPapers(Cast cast)
    {
        Visitor anybody = await cast.Public();
        await anybody.Go("/tenders?q=West+Midlands+2027");
        await anybody.Follow("West Midlands 2027");
        await anybody.Reads("specification.pdf");
        await anybody.Follow("Read or print the blank questions");
        await anybody.Reads("How do you keep children safe?");
        using MemoryStream bytes = new(await anybody.Fetch($"/tenders/{cast.Ref}/documents.zip", "application/zip"));
        await using ZipArchive papers = new(bytes);
        Assert.Contains(papers.Entries, e => e.Name == "specification.pdf");
        Assert.Contains("BEGIN:VCALENDAR", Encoding.UTF8.GetString(await anybody.Fetch($"/tenders/{cast.Ref}/dates.ics", "text/calendar")), StringComparison.Ordinal);
        Assert.Contains(cast.Ref, Encoding.UTF8.GetString(await anybody.Fetch("/tenders.atom", "application/atom+xml")), StringComparison.Ordinal);
    }
}
