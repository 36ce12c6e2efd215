using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Web.Start;

namespace Portal.Web.Organisations.Library;

/// <summary>While the portal runs: reminds of evidence that lapses and forgets uploads that were never finished.</summary>
public sealed class EvidenceRound(IServiceScopeFactory scopes, ILogger<EvidenceRound> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RemindOfEvidence>().Execute(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<SweepUploads>().Execute(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The evidence round failed");
            }
        }
    }
}

/// <summary>Starts the evidence round.</summary>
public sealed class LibraryStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings) => builder.Services.AddHostedService<EvidenceRound>();

    public void Use(WebApplication app)
    {
    }
}
