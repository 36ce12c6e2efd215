using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Workflows.Engine;

namespace Portal.Db.Sqlite;

/// <summary>How the embedded database is reached, at run time and by the migration tools.</summary>
public sealed partial class SqliteDesign : IDesignTimeDbContextFactory<PortalDb>
{
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection)
    {
        UseCompiledModel(options);
        return options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDesign).Assembly.GetName().Name)).WithWorkflowTables().WithAccountSchema().AddInterceptors(DurableConnections.Only);
    }

    public PortalDb CreateDbContext(string[] args) =>
        new((DbContextOptions<PortalDb>)Use(new DbContextOptionsBuilder<PortalDb>(), "Data Source=design.db").Options, TimeProvider.System);

    // Left out while db/make-migrations makes the compiled model anew (ADR 22); the model is then read from the mappings.
    static partial void UseCompiledModel(DbContextOptionsBuilder options);
}
