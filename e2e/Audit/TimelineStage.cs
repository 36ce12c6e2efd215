using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Audit;

/// <summary>Legal reads from the log who did what when.</summary>
public static class TimelineStage
{
    public static async Task Play(Cast cast)
    {
        Visitor legal = await cast.Enter("legal", Role.Legal);
        await legal.Go($"/tenders/{cast.Ref}");
        await legal.Follow("Timeline from the log");
        await legal.Reads("Published the tender");
        await legal.Reads(cast.ActorOf("drafter").Name);
    }
}
