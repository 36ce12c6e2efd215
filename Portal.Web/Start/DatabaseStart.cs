using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Db.Sqlite;
using Portal.Db.SqlServer;
using Portal.Domain;
using Portal.Domain.Audit;

namespace Portal.Web.Start;

/// <summary>Which database: SQLite in the data folder unless told SQL Server.</summary>
public static class DatabaseStart
{
    public static void AddDatabase(this IServiceCollection services, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // The choice is the same for every request, so it is made once.
        services.AddDbContext<PortalDb>(options => Choose(options, settings), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
    }

    /// <summary>Begins, on another thread, what the first question to SQLite would wait for: reading the model and making EF's way from a question to SQL. Needs no database and changes nothing; on one processor it would only be in the way.</summary>
    public static void ReadModelMeanwhile(PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.DatabaseProvider != "SqlServer" && Environment.ProcessorCount > 1)
        {
            _ = Task.Run(() => ReadModel(settings));
        }
    }

    private static string ReadModel(PortalSettings settings)
    {
        DbContextOptionsBuilder<PortalDb> options = new();
        Choose(options, settings);
        using PortalDb db = new(options.Options, TimeProvider.System);
        return db.LogEntries.OrderByDescending(e => e.Row).Select(e => (DateTimeOffset?)e.At).Take(1).ToQueryString();
    }

    private static void Choose(DbContextOptionsBuilder options, PortalSettings settings)
    {
        if (settings.DatabaseProvider == "SqlServer")
        {
            SqlServerDesign.Use(options, settings.ConnectionString ?? throw new StartRefused("Database__Provider=SqlServer needs ConnectionStrings__Portal."), settings.MaxBatchSize);
        }
        else
        {
            options.ConfigureWarnings(warnings => warnings.Ignore(SqliteEventId.SchemaConfiguredWarning));
            SqliteDesign.Use(options, settings.ConnectionString ?? $"Data Source={Path.Combine(settings.DataFolder, "portal.db")};Default Timeout=30;Foreign Keys=True");
        }
    }
}

/// <summary>The database answers.</summary>
public sealed class DatabaseReadiness(PortalDb db) : IReadiness
{
    public string Name => "database";

    public async Task<string?> WhatIsWrong(CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel) ? null : "The database does not answer. Check the connection and the disk.";
}

/// <summary>The data folder takes a file.</summary>
public sealed class FileStoreReadiness(PortalSettings settings) : IReadiness
{
    public string Name => "file store";

    public async Task<string?> WhatIsWrong(CancellationToken cancel)
    {
        string probe = Path.Combine(settings.DataFolder, ".probe");
        await File.WriteAllTextAsync(probe, "ok", cancel);
        return null;
    }
}
