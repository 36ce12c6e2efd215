using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>One entry of the navigation at most says "you are here".</summary>
public sealed class MenuTests
{
    private static readonly NavEntry[] Entries = [new("Our tenders", "/tenders/ours", 10), new("Find a tender", "/tenders", 20), new("Start", "/", 30), new("Openings", "/openings", 40)];

    [Theory]
    [InlineData("/tenders/ours", "Our tenders")]
    [InlineData("/tenders", "Find a tender")]
    [InlineData("/tenders/WM-2026-0001", "Find a tender")]
    [InlineData("/tenders/WM-2026-0001/draft/lots", "Our tenders")]
    [InlineData("/tenders/WM-2026-0001/opening", "Openings")]
    [InlineData("/tenders/WM-2026-0001/bids/1", null)]
    [InlineData("/", "Start")]
    [InlineData("/tendersome", null)]
    public void The_closest_entry_alone_is_where_one_is(string path, string? entry) => Assert.Equal(entry, Menu.Here(Entries, path)?.Text);
}
