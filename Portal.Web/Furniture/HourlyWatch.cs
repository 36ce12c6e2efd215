using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Looks every hour, while the portal runs, for something that falls due by itself. Several servers may do so: whoever comes second finds it done.</summary>
public abstract class HourlyWatch(IServiceScopeFactory scopes, ILogger log) : BackgroundService
{
    /// <summary>One look, with services of its own scope.</summary>
    protected abstract Task Look(IServiceProvider services, CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await Look(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
            {
                log.LogDebug("{Watch}: another server was first", GetType().Name);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Watch} failed and looks again in an hour", GetType().Name);
            }
        }
    }
}
