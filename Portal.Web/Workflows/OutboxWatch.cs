using System.Globalization;
using Portal.Web.Furniture;
using Portal.Workflows.Outbox;

namespace Portal.Web.Workflows;

/// <summary>For how many days delivered messages stay in the outbox, from the setting <c>Portal:OutboxDays</c>; 0 keeps them all.</summary>
public sealed record OutboxKeeping(int Days)
{
    private const int Usual = 400;

    // An operator who looks into a complaint finds at least last month's deliveries.
    private const int Fewest = 30;

    public static OutboxKeeping Of(IConfiguration configuration)
    {
        string? said = configuration["Portal:OutboxDays"];
        return string.IsNullOrWhiteSpace(said) ? new(Usual)
            : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is 0 or >= Fewest ? new(days)
            : throw new InvalidOperationException($"Portal:OutboxDays is “{said}”. Give 0, which keeps every delivered message, or at least {Fewest} days.");
    }
}

/// <summary>Keeps the outbox from growing for ever: what was delivered long ago goes.</summary>
public sealed class OutboxWatch(IServiceScopeFactory scopes, OutboxKeeping keeping, ILogger<OutboxWatch> log) : HourlyWatch(scopes, log)
{
    protected override async Task Look(IServiceProvider services, CancellationToken stop)
    {
        int removed = keeping.Days == 0 ? 0 : await services.GetRequiredService<TidyOutbox>().Execute(keeping.Days, stop);
        if (removed > 0)
        {
            log.LogInformation("{Count} messages delivered more than {Days} days ago left the outbox", removed, keeping.Days);
        }
    }
}
