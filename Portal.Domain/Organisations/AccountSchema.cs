using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Domain.Organisations;

/// <summary>Which schema of Identity's tables the portal uses (version 3 has room for passkeys): said once for the running portal and for tools and tests that have no services of their own.</summary>
public static class AccountSchema
{
    private static readonly IServiceProvider Alone = new ServiceCollection().Configure<IdentityOptions>(Choose).BuildServiceProvider();

    public static void Choose(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>Identity's context asks the application for its schema when it builds the model; without an application it is told here.</summary>
    public static DbContextOptionsBuilder WithAccountSchema(this DbContextOptionsBuilder options) =>
        options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null ? options.UseApplicationServiceProvider(Alone) : options;

    /// <summary>A model is kept for the whole process, so an application that did not choose the schema would decide for every other one, and their migrations would be found wanting. Raises <see cref="InvalidOperationException"/> instead.</summary>
    internal static void MustBeIn(IReadOnlyModel model)
    {
        if (model.FindEntityType(typeof(IdentityUserPasskey<Guid>)) is null)
        {
            throw new InvalidOperationException("The portal's model was asked for by an application that has not chosen Identity's schema: add services.Configure<IdentityOptions>(AccountSchema.Choose).");
        }
    }
}
