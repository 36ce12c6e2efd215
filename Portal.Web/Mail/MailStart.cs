using Portal.Web.Start;
using Portal.Workflows.Outbox;

namespace Portal.Web.Mail;

/// <summary>Which mail: SMTP where a host is named, otherwise the pickup folder.</summary>
public sealed class MailStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Configuration["Mail:Host"] is { Length: > 0 })
        {
            builder.Services.AddSingleton<IMail, SmtpMail>();
        }
        else
        {
            builder.Services.AddSingleton<IMail, PickupMail>();
        }

        builder.Services.AddScoped<PortalAddress>();
        builder.Services.AddScoped<MessageMailer>();
        builder.Services.AddScoped<IOutboxChannel, MailChannel>();
        builder.Services.AddHostedService<MailRound>();
    }

    public void Use(WebApplication app)
    {
    }
}
