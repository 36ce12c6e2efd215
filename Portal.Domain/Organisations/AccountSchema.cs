using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Domain.Organisations;

/// <summary>Which schema of Identity's tables the portal uses (version 3 has room for passkeys): said once for the running portal and for the migration tools, which have no services of their own.</summary>
public static class AccountSchema
{
    /// <summary>What Identity's context asks of the application when it builds the model.</summary>
    public static IServiceProvider Services { get; } = new ServiceCollection().Configure<IdentityOptions>(Choose).BuildServiceProvider();

    public static void Choose(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
