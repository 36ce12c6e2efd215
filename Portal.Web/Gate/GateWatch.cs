using Portal.Domain.Gate.Offline;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Web.Gate;

/// <summary>Looks every minute for duties, telephone approvals and appeals that are overdue, and for authorities without an offline card. Several servers may do so: each thing escalates once.</summary>
public sealed class GateWatch(IServiceScopeFactory scopes, ILogger<GateWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<EscalateOverdue>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IssueMissingCards>().Execute(stoppingToken);
            }
            catch (StaleVersion)
            {
                log.LogDebug("Another server escalated first");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The look for overdue duties failed and is tried again in a minute");
            }
        }
    }
}
