using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Outbox;

namespace Portal.Workflows.Engine;

/// <summary>Adds the engine's tables to the portal's own database, so that a step and its business change commit together.</summary>
public sealed class WorkflowModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkflowModelCustomizer).Assembly);
    }
}

/// <summary>The engine's tables by name.</summary>
public static class WorkflowTables
{
    /// <summary>Every database of the portal is opened with these tables.</summary>
    public static DbContextOptionsBuilder WithWorkflowTables(this DbContextOptionsBuilder options) => options.ReplaceService<IModelCustomizer, WorkflowModelCustomizer>();

    extension(PortalDb db)
    {
        public DbSet<WorkflowInstance> WorkflowInstances => db.Set<WorkflowInstance>();

        public DbSet<Bookmark> Bookmarks => db.Set<Bookmark>();

        public DbSet<StepRecord> StepRecords => db.Set<StepRecord>();

        public DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();
    }
}

/// <summary>Shapes of the engine's tables.</summary>
internal sealed class WorkflowMapping :
    IEntityTypeConfiguration<WorkflowInstance>, IEntityTypeConfiguration<Bookmark>, IEntityTypeConfiguration<StepRecord>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        Aggregate(builder.ToTable("WorkflowInstances", "workflows"));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Definition).HasMaxLength(60);
        builder.Property(i => i.Subject).HasMaxLength(200);
        builder.HasIndex(i => new { i.Definition, i.Subject, i.SinceRow }).IsUnique();
        builder.HasIndex(i => new { i.Subject, i.State });
    }

    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks", "workflows");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Step).HasMaxLength(60);
        builder.Property(b => b.Branch).HasMaxLength(200);
        builder.Property(b => b.LastError).HasMaxLength(1000);
        builder.HasIndex(b => b.Instance);
        builder.HasIndex(b => b.WakeAt);
        builder.HasIndex(b => b.Lease);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(b => b.Instance).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StepRecord> builder)
    {
        builder.ToTable("StepRecords", "workflows");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Step).HasMaxLength(60);
        builder.Property(r => r.Branch).HasMaxLength(200);
        builder.Property(r => r.Note).HasMaxLength(1000);
        builder.HasIndex(r => r.Instance);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(r => r.Instance).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        Aggregate(builder.ToTable("Outbox", "workflows"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Channel).HasMaxLength(20);
        builder.Property(m => m.Key).HasMaxLength(300);
        builder.Property(m => m.To).HasMaxLength(300);
        builder.Property(m => m.Title).HasMaxLength(300);
        builder.Property(m => m.Link).HasMaxLength(300);
        builder.Property(m => m.LastError).HasMaxLength(1000);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.DueAt);
        builder.HasIndex(m => m.Lease);
    }

    private static void Aggregate<T>(EntityTypeBuilder<T> builder)
        where T : Aggregate
    {
        builder.Ignore(a => a.Happenings);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}
