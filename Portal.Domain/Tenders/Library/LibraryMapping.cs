using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>The table of the library.</summary>
internal sealed class LibraryMapping : IEntityTypeConfiguration<LibraryItem>
{
    public void Configure(EntityTypeBuilder<LibraryItem> builder)
    {
        builder.ToTable("LibraryItems", "tenders");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Title).HasMaxLength(200);
        builder.Property(i => i.Versions).AsJsonText();
        builder.Ignore(i => i.Newest);
        builder.HasIndex(i => i.Organisation);
    }
}

/// <summary>The library by name, each organisation its own.</summary>
public static class LibraryTables
{
    extension(PortalDb db)
    {
        public DbSet<LibraryItem> LibraryItems => db.Set<LibraryItem>();

        /// <summary>An item of the actor's organisation; another's does not exist for them.</summary>
        public async Task<LibraryItem> LoadLibraryItem(Actor actor, LibraryItemId id, CancellationToken stop)
        {
            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
            return await db.LibraryItems.SingleOrDefaultAsync(i => i.Id == id && i.Organisation == actor.Organisation, stop) ?? throw new NotFound("That item of the library");
        }
    }
}
