using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Web.Start;

namespace Portal.Web.Audit;

/// <summary>Registers the log's sequencer, its signing key (a file of its own) and the worker that publishes checkpoints.</summary>
public sealed class AuditStart : IRoomStart
{
    private const string DefaultOrigin = "procurement-portal/log";

    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        string origin = builder.Configuration["Log:Origin"] is { Length: > 0 } named ? named : DefaultOrigin;
        builder.Services.AddSingleton(_ => LogSigner.FromFile(origin, Path.Combine(settings.DataFolder, "keys", "log.key")));
        builder.Services.AddSingleton<LogSequencer>();
        builder.Services.AddScoped<PublishedLog>();
        builder.Services.AddScoped<AuditPack>();
        builder.Services.AddScoped<PackedNotices>();
        builder.Services.AddScoped<PackedLetters>();
        builder.Services.AddScoped<HiddenBidders>();
        builder.Services.AddHostedService<LogKeeper>();
    }

    public void Use(WebApplication app)
    {
    }
}
