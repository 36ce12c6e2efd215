using Portal.Domain.Frameworks;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Looks for frameworks whose last day has passed: each expires once.</summary>
public sealed class FrameworkWatch(IServiceScopeFactory scopes, ILogger<FrameworkWatch> log) : HourlyWatch(scopes, log)
{
    protected override Task Look(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<ExpireFrameworks>().Execute(stop);
}
