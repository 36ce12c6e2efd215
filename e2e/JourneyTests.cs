using Portal.E2E.Furniture;

namespace Portal.E2E;

/// <summary>The whole main job in a browser on a desk.</summary>
[Collection(nameof(Journeys))]
public sealed class JourneyTests(Chrome chrome)
{
    [Fact]
    public Task A_notice_becomes_a_framework_and_the_gate_keeps_its_terms() => MainJob.Play(chrome, 1280);
}

/// <summary>The same job on a phone, beside the other journeys and in a browser of its own.</summary>
[Collection(nameof(PhoneJourneys))]
public sealed class PhoneJourneyTests(Chrome chrome)
{
    [Fact]
    public Task A_notice_becomes_a_framework_and_the_gate_keeps_its_terms() => MainJob.Play(chrome, 320);
}
