using Portal.E2E.Bids;
using Portal.E2E.Furniture;
using Portal.E2E.Tenders;

namespace Portal.E2E;

/// <summary>The whole main job in a browser: from a published notice to a signed award, admissions, a call-off, and the gate's block.</summary>
[Collection(nameof(Journeys))]
public sealed class JourneyTests(Chrome chrome)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_notice_becomes_a_framework_and_the_gate_keeps_its_terms(int width)
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), width);
        await cast.Gather();

        await BiddingStage.SetUpKeys(cast);
        await PublishingStage.Play(cast);
        await BiddingStage.Play(cast);

        Assert.Empty(cast.Faults());
    }
}
