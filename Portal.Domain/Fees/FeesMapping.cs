using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Tables of the fees room.</summary>
internal sealed class FeesMapping : IEntityTypeConfiguration<FeeApproval>, IEntityTypeConfiguration<FeeSignature>, IEntityTypeConfiguration<FeeQuery>, IEntityTypeConfiguration<CostSheet>
{
    public void Configure(EntityTypeBuilder<FeeApproval> builder)
    {
        builder.ToTable("FeeApprovals", "fees");
        builder.HasKey(f => f.Id);
        builder.Ignore(f => f.Lifetime);
        builder.Ignore(f => f.StillToSign);
        builder.Ignore(f => f.Weekly);
        builder.OwnsOne(f => f.Asked, asked =>
        {
            asked.Property(a => a.CallOffRef).HasMaxLength(40);
            asked.Property(a => a.HomeUrn).HasMaxLength(10);
            asked.Property(a => a.ServiceType).HasMaxLength(40);
            asked.Property(a => a.Unit).HasMaxLength(10);
            asked.Property(a => a.FrameworkRef).HasMaxLength(40);
            asked.Property(a => a.LotNumber).HasMaxLength(10);
            asked.HasIndex(a => a.CallOffRef).IsUnique();
            asked.HasIndex(a => a.Authority);
            asked.HasIndex(a => a.Cooperative);
        });
        builder.Navigation(f => f.Asked).IsRequired();
        builder.ComplexProperty(f => f.Comparison);
        builder.HasIndex(f => new { f.Stage, f.DueAt });
        builder.HasMany(f => f.Signatures).WithOne().HasForeignKey(s => s.Fee).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Queries).WithOne().HasForeignKey(q => q.Fee).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FeeSignature> builder)
    {
        builder.ToTable("FeeSignatures", "fees");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.PersonName).HasMaxLength(200);
        builder.Property(s => s.Comment).HasMaxLength(2000);
        builder.HasIndex(s => new { s.Fee, s.Role }).IsUnique();
        builder.HasIndex(s => new { s.Fee, s.Person }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FeeQuery> builder)
    {
        builder.ToTable("FeeQueries", "fees");
        builder.HasKey(q => q.Id);
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.AskerName).HasMaxLength(200);
        builder.Property(q => q.Question).HasMaxLength(2000);
        builder.Property(q => q.Answer).HasMaxLength(2000);
        builder.Property(q => q.AnswererName).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CostSheet> builder)
    {
        builder.ToTable("CostSheets", "fees");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.HomeUrn).HasMaxLength(10);
        builder.HasIndex(s => new { s.HomeUrn, s.StatedAt });
        builder.Ignore(s => s.TotalPerWeek);
        builder.Ignore(s => s.RelatedPerWeek);
        builder.Property(s => s.Lines)
            .HasField("lines")
            .AsJsonText();
    }
}
