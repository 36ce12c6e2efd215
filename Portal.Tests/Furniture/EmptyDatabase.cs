using Microsoft.EntityFrameworkCore;
using Portal.Db.Sqlite;
using Portal.Domain;

namespace Portal.Tests.Furniture;

/// <summary>All tables and no rows: made by the real migrations once in a run, and copied for each portal that starts on a folder of its own.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Migrated = new(Make);

    public static void PutInto(string folder) => File.WriteAllBytes(Path.Combine(folder, "portal.db"), Migrated.Value);

    private static byte[] Make()
    {
        string folder = Directory.CreateTempSubdirectory("portal-empty-").FullName;
        string file = Path.Combine(folder, "portal.db");
        using (PortalDb db = new((DbContextOptions<PortalDb>)SqliteDesign.Use(new DbContextOptionsBuilder<PortalDb>(), $"Data Source={file};Pooling=False").Options, TimeProvider.System))
        {
            db.Database.Migrate();
        }

        // The last connection to close wrote everything into the one file.
        byte[] bytes = File.ReadAllBytes(file);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
