using Portal.Domain.Tenders.Outages;

namespace Portal.Web.Tenders.Outages;

/// <summary>Signs once a minute that this server is up, for as long as it lives, and looks whether its clock has jumped.</summary>
public sealed class HeartbeatRound(IServiceScopeFactory scopes, ILogger<HeartbeatRound> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<NoteClockJumps>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<BeatHeart>().Execute(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "A sign of life could not be written; the next is tried in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
