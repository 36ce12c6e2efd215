using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes;
using Portal.Domain;
using Portal.Domain.Audit;

namespace Portal.Web.Start;

/// <summary>Plays the scenes that this portal is to have: reference data, and invented data where the demo is on. A demo that was cut short while it played is thrown away and played anew; nobody can have used it yet.</summary>
public static class Seeding
{
    private const string Mark = "scenes-playing";
    private static readonly TimeSpan ScenesLast = TimeSpan.FromDays(400);

    public static async Task Play(IServiceProvider services, CancellationToken cancel)
    {
        PortalSettings settings = services.GetRequiredService<PortalSettings>();
        SceneClock clock = services.GetRequiredService<SceneClock>();
        string mark = Path.Combine(settings.DataFolder, Mark);
        if (settings.Demo && await MustPlay(services, mark, cancel))
        {
            await File.WriteAllTextAsync(mark, "The demo scenes are being played. If this file outlives the portal, they are played anew.", cancel);
            clock.MoveTo(clock.Present - ScenesLast);
        }

        await using AsyncServiceScope asking = services.CreateAsyncScope();
        foreach (IScene planned in asking.ServiceProvider.GetServices<IScene>().Where(s => settings.Demo || !s.Demo).OrderBy(s => s.Order))
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IScene>().Single(s => s.GetType() == planned.GetType()).Play(cancel);
        }

        clock.RunOn();
        File.Delete(mark);
    }

    private static async Task<bool> MustPlay(IServiceProvider services, string mark, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (File.Exists(mark))
        {
            await db.Database.EnsureDeletedAsync(cancel);
            await Preparation.Migrate(scope.ServiceProvider, cancel);
        }

        return !await db.LogEntries.AnyAsync(cancel);
    }
}
