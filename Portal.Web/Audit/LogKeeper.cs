using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Web.Start;

namespace Portal.Web.Audit;

/// <summary>Numbers what nobody waited for and publishes a checkpoint at fixed intervals, so that the growth between two of them does not count bids.</summary>
public sealed class LogKeeper(LogSequencer sequencer, ILogger<LogKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sequencer.Checkpoint(publish: true, stoppingToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException)
            {
                log.LogWarning(failure, "The log's checkpoint could not be published; trying again.");
            }
        }
    }
}

/// <summary>The log takes entries, and a checkpoint can be signed.</summary>
public sealed class LogReadiness(LogSequencer sequencer) : IReadiness
{
    public string Name => "log";

    public async Task<string?> WhatIsWrong(CancellationToken cancel)
    {
        await sequencer.NumberPending(cancel);
        return null;
    }
}
