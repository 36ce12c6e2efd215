using Portal.E2E.Furniture;
using Portal.E2E.Tenders;

namespace Portal.E2E;

/// <summary>The first stage of the main job in a browser: from a published notice to a published tender that the public finds. Later stages are tested through their doors.</summary>
[Collection(nameof(Journeys))]
public sealed class JourneyTests(Chrome chrome)
{
    [Theory]
    [InlineData(1280)]
    public async Task A_notice_becomes_a_published_tender(int width)
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), width);
        await cast.Gather();

        await PublishingStage.Play(cast);

        Assert.Empty(cast.Faults());
    }
}
