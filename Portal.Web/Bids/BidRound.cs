using Portal.Domain.Bids.Help;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;

namespace Portal.Web.Bids;

/// <summary>While the portal runs: alarms buyers of unanswered help near a deadline, reminds openers to rehearse, throws old copies away, and empties the write-ahead log after submissions.</summary>
public sealed class BidRound(IServiceScopeFactory scopes, ILogger<BidRound> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AlarmUnansweredHelp>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<RemindOpeners>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<ForgetCopies>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<EmptyWriteAheadLog>().Execute(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The bid round failed");
            }
        }
    }
}
