using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;

namespace Portal.Workflows.Definitions;

/// <summary>What a step may see: ids, the database and the use cases; never business state of its own.</summary>
/// <param name="Subject">What the instance is about: <c>tender/WM-2026-0001</c>.</param>
/// <param name="Branch">What this parallel branch is about, or null.</param>
public sealed record StepContext(PortalDb Db, IServiceProvider Uses, string Subject, string? Branch, DateTimeOffset Now, CancellationToken Cancellation)
{
    /// <summary>The last part of the subject: the reference or id.</summary>
    public string Reference => Subject[(Subject.LastIndexOf('/') + 1)..];

    public TUseCase Use<TUseCase>()
        where TUseCase : notnull => Uses.GetRequiredService<TUseCase>();
}
