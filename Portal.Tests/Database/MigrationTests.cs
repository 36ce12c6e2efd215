using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Sqlite;
using Portal.Db.SqlServer;
using Portal.Domain;
using Portal.Tests.House;

namespace Portal.Tests.Database;

/// <summary>Both migration sets say what the model says, and the committed SQL Server script is the one they make.</summary>
public sealed class MigrationTests
{
    private const string Remedy = "Run db/make-migrations and commit what it writes.";

    [Fact]
    public void The_SQLite_migrations_have_not_drifted_from_the_model()
    {
        using PortalDb db = new SqliteDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), Remedy);
    }

    [Fact]
    public void An_application_without_the_schema_of_accounts_gets_no_model()
    {
        using ServiceProvider application = new ServiceCollection().AddOptions().BuildServiceProvider();
        DbContextOptionsBuilder options = SqliteDesign.Use(new DbContextOptionsBuilder<PortalDb>(), "Data Source=nowhere.db").UseApplicationServiceProvider(application).EnableServiceProviderCaching(false);
        using PortalDb db = new((DbContextOptions<PortalDb>)options.Options, TimeProvider.System);

        Assert.Contains("AccountSchema", Assert.Throws<InvalidOperationException>(() => db.Database.HasPendingModelChanges()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_SQL_Server_migrations_have_not_drifted_from_the_model()
    {
        using PortalDb db = new SqlServerDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), Remedy);
    }

    [Fact]
    public void Both_databases_have_the_same_migrations_in_the_same_order()
    {
        using PortalDb sqlite = new SqliteDesign().CreateDbContext([]);
        using PortalDb sqlServer = new SqlServerDesign().CreateDbContext([]);

        Assert.Equal(Names(sqlite), Names(sqlServer));
    }

    [Fact]
    public void The_committed_SQL_Server_script_is_the_one_the_migrations_make()
    {
        using PortalDb db = new SqlServerDesign().CreateDbContext([]);
        string made = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        string committed = File.ReadAllText(Path.Combine(SourceTree.Root, "db", "SqlServer", "portal.sql"));

        Assert.True(Plain(made) == Plain(committed), Remedy);
    }

    [Fact]
    public void The_SQL_Server_script_parses()
    {
        string script = File.ReadAllText(Path.Combine(SourceTree.Root, "db", "SqlServer", "portal.sql"));

        Assert.Empty(Tsql.Errors(script));
    }

    // Without the moment at which each was made.
    private static IEnumerable<string> Names(PortalDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static string Plain(string script) => script.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
}
