using Portal.Domain.Notices;
using Portal.Web.Notices.Delivering;
using Portal.Web.Notices.Duties;
using Portal.Web.Start;
using Portal.Workflows.Outbox;

namespace Portal.Web.Notices;

/// <summary>Composes the notices room: whose open data this is, which happenings owe a notice, and how notices leave the portal.</summary>
public sealed class NoticesStart : IRoomStart
{
    /// <summary>Not a registered prefix: a portal that publishes for real configures the one registered for it (B1-03).</summary>
    private const string UnregisteredPrefix = "ocds-local0";

    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        IConfigurationSection notices = builder.Configuration.GetSection("Notices");
        builder.Services.AddSingleton(new NoticeSettings(
            Address(builder.Configuration),
            notices["OcidPrefix"] ?? UnregisteredPrefix,
            notices["Publisher"] ?? "Procurement portal for children’s social care"));
        foreach (string happening in NoticeDuty.Happenings)
        {
            builder.Services.AddSingleton(new OutboxRoute(happening, MakeNoticeChannel.Channel));
        }

        builder.Services.AddSingleton(new OutboxRoute("notice.published", SendNoticeChannel.Channel));
        builder.Services.AddSingleton(new OutboxRoute("notice.sentAgain", SendNoticeChannel.Channel));
        builder.Services.AddSingleton(new OutboxRoute("notice.published", TellSearchersChannel.Channel));
        builder.Services.AddScoped<IOutboxChannel, MakeNoticeChannel>();
        builder.Services.AddScoped<IOutboxChannel, SendNoticeChannel>();
        builder.Services.AddScoped<IOutboxChannel, TellSearchersChannel>();
        builder.Services.AddHostedService<DutyRound>();
        AddPublisher(builder.Services, notices, settings);
    }

    public void Use(WebApplication app)
    {
        // Everything of this room is reached through its controllers.
    }

    // The public address as configured; without one, the first that the portal listens on.
    private static Uri Address(ConfigurationManager configuration)
    {
        string listening = configuration["urls"]?.Split(';')[0] ?? PortalHost.DefaultAddress;
        string address = configuration["Portal:Address"] ?? listening.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? found) ? found : throw new InvalidOperationException($"Portal__Address is “{address}”; it must be an address such as https://tenders.example.gov.uk.");
    }

    private static void AddPublisher(IServiceCollection services, IConfigurationSection notices, PortalSettings settings)
    {
        if (notices["Endpoint"] is { Length: > 0 } endpoint)
        {
            services.AddHttpClient<INoticePublisher, HttpNoticePublisher>(client =>
            {
                client.BaseAddress = new Uri(endpoint);
                client.Timeout = TimeSpan.FromSeconds(30);
                client.DefaultRequestHeaders.Add("CDP-Api-Key", notices["ApiKey"] ?? throw new InvalidOperationException("Notices__Endpoint is set without Notices__ApiKey."));
            });
        }
        else
        {
            services.AddSingleton<INoticePublisher>(new FolderNoticePublisher(Path.Combine(settings.DataFolder, "notices")));
        }
    }
}
