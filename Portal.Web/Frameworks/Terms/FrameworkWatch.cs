using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Looks for frameworks whose last day has passed: each expires once; and for placements that outlive their agreed weeks, which count for more each day.</summary>
public sealed class FrameworkWatch(IServiceScopeFactory scopes, ILogger<FrameworkWatch> log) : HourlyWatch(scopes, log)
{
    protected override async Task Look(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<ExpireFrameworks>().Execute(stop);
        await services.GetRequiredService<CountRunningOn>().Execute(stop);
    }
}
