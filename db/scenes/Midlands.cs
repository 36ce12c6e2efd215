using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Scenes.Buying;
using Portal.Db.Scenes.Placing;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Workflows.Engine;

namespace Portal.Db.Scenes;

/// <summary>A year in the Midlands, played through the use cases in one pass of time that ends at the present: a framework, tenders at every stage, placements, the gate.</summary>
public sealed class Midlands(PortalDb db, IServiceScopeFactory scopes, SceneClock clock, WorkflowPump pump) : IScene
{
    public int Order => 200;

    public bool Demo => true;

    public async Task Play(CancellationToken cancellation)
    {
        if (!clock.IsPlaying || await db.Tenders.AnyAsync(cancellation))
        {
            return;
        }

        var play = new Play(scopes, clock, pump);
        DemoOpeners.Write(play);
        DemoLibrary.Write(play);
        foreach (TenderPlan plan in DemoTenders.All(play))
        {
            new TenderScript(play, plan).Write();
        }

        new FrameworkScript(play).Write();
        new UpliftScript(play).Write();
        new PlacementScript(play).Write();
        int told = 0;
        await play.Run(
            percent =>
            {
                if (percent >= told)
                {
                    Console.WriteLine($"Playing the demo scenes: {percent} %");
                    told = percent + 10;
                }
            },
            cancellation);
    }
}
