using Portal.E2E.Furniture;
using Portal.Tests.Furniture;

namespace Portal.E2E.Accounts;

/// <summary>A provider registers in a real browser.</summary>
[Collection(nameof(Journeys))]
public sealed class JoiningTests(Chrome chrome)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_provider_registers_and_learns_what_happens_next(int width, bool scripts)
    {
        await using PortalApp portal = JourneyPortal.Open();
        await using Visitor visitor = await Visitor.At(chrome, portal, width, scripts: scripts);

        await visitor.Go("/accounts/register");
        await visitor.Press("Register");
        await visitor.Reads("There is a problem");
        await visitor.Fill("Provider’s registered name", "Invented Homes Limited");
        await visitor.Fill("Company number", "01234567");
        await visitor.Fill("Building and street", "1 Invented Lane");
        await visitor.Fill("Town or city", "Exampleford");
        await visitor.Fill("Postcode", "ZZ1 1AA");
        await visitor.Fill("Your name", "Uma Test");
        await visitor.Fill("Your work e-mail address", "uma@example.org");
        await visitor.Press("Register");

        await visitor.Reads("Check your e-mail");
        Assert.Empty(visitor.Faults);
    }
}
