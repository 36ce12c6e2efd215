using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Web.Gate.Withdrawing;

/// <summary>Looks every hour for requests that have waited long and asks whether they are still needed. Several servers may do so: each reminder is sent once.</summary>
public sealed class WaitingWatch(IServiceScopeFactory scopes, ILogger<WaitingWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RemindOfWaiting>().Execute(stoppingToken);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
            {
                log.LogDebug("Another server reminded first");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The look for requests that wait failed and is tried again in an hour");
            }
        }
    }
}
