using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Workflows.Engine;

namespace Portal.Db.SqlServer;

/// <summary>How SQL Server is reached, at run time and by the migration tools; compatibility level 150 is SQL Server 2019.</summary>
public sealed class SqlServerDesign : IDesignTimeDbContextFactory<PortalDb>
{
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection, int? maxBatchSize = null) =>
        options.UseSqlServer(connection, server =>
        {
            server.MigrationsAssembly(typeof(SqlServerDesign).Assembly.GetName().Name).UseCompatibilityLevel(150);
            if (maxBatchSize is { } size)
            {
                server.MaxBatchSize(size);
            }
        }).WithWorkflowTables().WithAccountSchema();

    public PortalDb CreateDbContext(string[] args) =>
        new((DbContextOptions<PortalDb>)Use(new DbContextOptionsBuilder<PortalDb>(), "Server=design").Options, TimeProvider.System);
}
