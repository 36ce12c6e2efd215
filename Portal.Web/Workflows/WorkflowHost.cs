using Portal.Workflows.Engine;

namespace Portal.Web.Workflows;

/// <summary>Runs the pump once a second, the first time a second after the start, for as long as this server lives. Several servers may do so on one database.</summary>
public sealed class WorkflowHost(WorkflowPump pump, ILogger<WorkflowHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await pump.RunUntilQuiet(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The workflow pump missed a round and goes on");
            }
        }
    }
}
