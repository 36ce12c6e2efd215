using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation;

/// <summary>Tables of the evaluation room.</summary>
internal sealed class EvaluationMapping :
    IEntityTypeConfiguration<ConflictDeclaration>, IEntityTypeConfiguration<ScoreSheet>, IEntityTypeConfiguration<GivenScore>,
    IEntityTypeConfiguration<Moderation>, IEntityTypeConfiguration<ConsensusScore>, IEntityTypeConfiguration<LotRanking>, IEntityTypeConfiguration<RankedTender>,
    IEntityTypeConfiguration<CheckAnswer>
{
    public void Configure(EntityTypeBuilder<ConflictDeclaration> builder)
    {
        builder.ToTable("ConflictDeclarations", "evaluation");
        builder.HasKey(d => new { d.Tender, d.Person });
        builder.Property(d => d.PersonName).HasMaxLength(200);
        builder.Property(d => d.ReviewedByName).HasMaxLength(200);
        builder.Property(d => d.Details).HasMaxLength(4000);
        builder.Property(d => d.ReviewReason).HasMaxLength(4000);
        builder.HasIndex(d => d.Person);
    }

    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("ScoreSheets", "evaluation");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.EvaluatorName).HasMaxLength(200);
        builder.HasIndex(s => new { s.Tender, s.Lot, s.Evaluator }).IsUnique();
        builder.HasIndex(s => s.Evaluator);
        builder.HasMany(s => s.Scores).WithOne().HasForeignKey(g => g.Sheet).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GivenScore> builder)
    {
        builder.ToTable("GivenScores", "evaluation");
        builder.HasKey(g => new { g.Sheet, g.Submission, g.Criterion });
        builder.Property(g => g.Criterion).HasMaxLength(40);
        builder.Property(g => g.Reason).HasMaxLength(8000);
        builder.Property(g => g.Citation).HasMaxLength(4000);
        builder.Ignore(g => g.IsComplete);
    }

    public void Configure(EntityTypeBuilder<Moderation> builder)
    {
        builder.ToTable("Moderations", "evaluation");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Attendance).HasMaxLength(2000);
        builder.Property(m => m.Corrections).AsJsonText();
        builder.HasIndex(m => new { m.Tender, m.Lot }).IsUnique();
        builder.HasMany(m => m.Consensus).WithOne().HasForeignKey(c => c.Moderation).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ConsensusScore> builder)
    {
        builder.ToTable("ConsensusScores", "evaluation");
        builder.HasKey(c => new { c.Moderation, c.Submission, c.Criterion });
        builder.Property(c => c.Criterion).HasMaxLength(40);
        builder.Property(c => c.Reason).HasMaxLength(8000);
        builder.Property(c => c.WhyOutside).HasMaxLength(4000);
        builder.Property(c => c.AgreedByName).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CheckAnswer> builder)
    {
        builder.ToTable("CheckAnswers", "evaluation");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.LotNumber).HasMaxLength(10);
        builder.Property(a => a.FactsSha256).HasMaxLength(64);
        builder.Property(a => a.Reason).HasMaxLength(4000);
        builder.Property(a => a.ByName).HasMaxLength(200);
        builder.HasIndex(a => a.Tender);
    }

    public void Configure(EntityTypeBuilder<LotRanking> builder)
    {
        builder.ToTable("LotRankings", "evaluation");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.LotNumber).HasMaxLength(10);
        builder.Property(r => r.MethodologySha256).HasMaxLength(64);
        builder.Property(r => r.RankedByName).HasMaxLength(200);
        builder.Property(r => r.Winner).HasMaxLength(100);
        builder.Property(r => r.TieDecision).HasMaxLength(4000);
        builder.Property(r => r.Findings).AsJsonText();
        builder.Ignore(r => r.TieIsOpen);
        builder.Ignore(r => r.Line);
        builder.HasIndex(r => new { r.Tender, r.Lot, r.Number }).IsUnique();
        builder.HasMany(r => r.Rows).WithOne().HasForeignKey(t => t.Ranking).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RankedTender> builder)
    {
        builder.ToTable("RankedTenders", "evaluation");
        builder.HasKey(t => new { t.Ranking, t.Label });
        builder.Property(t => t.Label).HasMaxLength(100);
        builder.Property(t => t.HomeUrn).HasMaxLength(10);
        builder.Property(t => t.Total).HasMaxLength(60);
        builder.Property(t => t.ExactTotal).HasMaxLength(400);
        builder.Property(t => t.WhyOut).HasMaxLength(4000);
        builder.Property(t => t.Parts).AsJsonText();
        builder.HasIndex(t => t.Bidder);
    }
}

/// <summary>The evaluation room's tables by name.</summary>
public static class EvaluationTables
{
    extension(PortalDb db)
    {
        public DbSet<ConflictDeclaration> ConflictDeclarations => db.Set<ConflictDeclaration>();

        public DbSet<ScoreSheet> ScoreSheets => db.Set<ScoreSheet>();

        public DbSet<Moderation> Moderations => db.Set<Moderation>();

        public DbSet<CheckAnswer> CheckAnswers => db.Set<CheckAnswer>();

        public DbSet<LotRanking> LotRankings => db.Set<LotRanking>();

        /// <summary>The latest ranking of each lot of a tender that goes on, in order of lot.</summary>
        public async Task<IReadOnlyList<LotRanking>> RankingsOf(TenderId tender, CancellationToken stop = default)
        {
            HashSet<LotId> ended = [.. await db.Set<Lot>().Where(l => l.Tender == tender && l.Ended != null).Select(l => l.Id).ToListAsync(stop)];
            return [.. (await db.AllRankingsOf(tender, stop)).Where(r => !ended.Contains(r.Lot))];
        }

        /// <summary>The same with the lots that have ended since: what the record shows.</summary>
        public async Task<IReadOnlyList<LotRanking>> AllRankingsOf(TenderId tender, CancellationToken stop = default) =>
        [
            .. (await db.LotRankings.AsNoTracking().Include(r => r.Rows).Where(r => r.Tender == tender).ToListAsync(stop))
                .GroupBy(r => r.Lot).Select(g => g.MaxBy(r => r.Number)!).OrderBy(r => r.LotNumber, StringComparer.Ordinal),
        ];
    }
}
