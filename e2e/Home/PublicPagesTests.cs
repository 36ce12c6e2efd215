using Portal.E2E.Furniture;
using Portal.Tests.Furniture;

namespace Portal.E2E.Home;

/// <summary>What anybody sees without signing in.</summary>
[Collection(nameof(Journeys))]
public sealed class PublicPagesTests(Chrome chrome)
{
    private static readonly string[] Pages = ["/", "/tenders", "/developers", "/accounts/sign-in", "/about", "/accessibility", "/privacy"];

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task Public_pages_are_accessible_and_fit_the_screen(int width, bool scripts)
    {
        await using PortalApp portal = JourneyPortal.Open();
        await using Visitor anybody = await Visitor.At(chrome, portal, width, scripts: scripts);

        foreach (string page in Pages)
        {
            await anybody.Go(page);
        }

        Assert.Empty(anybody.Faults);
    }
}
