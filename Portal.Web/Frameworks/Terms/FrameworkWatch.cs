using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Looks every hour for frameworks whose last day has passed. Several servers may do so: each framework expires once.</summary>
public sealed class FrameworkWatch(IServiceScopeFactory scopes, ILogger<FrameworkWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ExpireFrameworks>().Execute(stoppingToken);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
            {
                log.LogDebug("Another server saw it first");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The look for frameworks that have ended failed and is tried again in an hour");
            }
        }
    }
}
