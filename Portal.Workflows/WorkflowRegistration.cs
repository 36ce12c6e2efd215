using Microsoft.Extensions.DependencyInjection;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Outbox;

namespace Portal.Workflows;

/// <summary>What the host registers to have procedures run.</summary>
public static class WorkflowRegistration
{
    public static IServiceCollection AddWorkflowEngine(this IServiceCollection services, params WorkflowDefinition[] definitions)
    {
        services.AddSingleton(new ProcedureShelf(definitions));
        services.AddSingleton<WorkflowPump>();
        services.AddSingleton<OutboxPump>();
        services.AddScoped<Relay>();
        services.AddScoped<ResumeBookmark>();
        services.AddScoped<RetryBookmark>();
        services.AddScoped<CancelWorkflow>();
        services.AddScoped<SettleMessage>();
        services.AddScoped<TidyOutbox>();
        services.AddScoped<RebuildWorkflows>();
        return services;
    }
}
