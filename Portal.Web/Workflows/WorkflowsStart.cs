using Portal.Web.Start;
using Portal.Workflows;
using Portal.Workflows.Outbox;
using Portal.Workflows.Procedures;

namespace Portal.Web.Workflows;

/// <summary>Registers the engine with its procedures and starts the pump in this server.</summary>
public sealed class WorkflowsStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWorkflowEngine(AllProcedures.List);
        builder.Services.AddScoped<IOutboxChannel, InboxChannel>();
        builder.Services.AddScoped<IOutboxChannel, FeeRequestChannel>();
        builder.Services.AddSingleton(new OutboxRoute("callOff.made", FeeRequestChannel.Channel));
        builder.Services.AddSingleton(OutboxKeeping.Of(builder.Configuration));
        builder.Services.AddHostedService<WorkflowHost>();
        builder.Services.AddHostedService<OutboxWatch>();
    }

    public void Use(WebApplication app)
    {
    }
}
