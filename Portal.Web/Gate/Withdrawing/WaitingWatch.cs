using Portal.Domain.Gate.Recording;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Withdrawing;

/// <summary>Looks for requests that have waited long and asks whether they are still needed: each reminder is sent once.</summary>
public sealed class WaitingWatch(IServiceScopeFactory scopes, ILogger<WaitingWatch> log) : HourlyWatch(scopes, log)
{
    protected override Task Look(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<RemindOfWaiting>().Execute(stop);
}
