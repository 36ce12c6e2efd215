using Portal.Domain.Notices.Duties;

namespace Portal.Web.Notices.Duties;

/// <summary>Looks every hour, while the portal runs, whether a notice falls due or was missed.</summary>
public sealed class DutyRound(IServiceScopeFactory scopes, ILogger<DutyRound> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<WarnOfDuties>().Execute(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The round of notice duties failed and is run again in an hour");
            }
        }
    }
}
