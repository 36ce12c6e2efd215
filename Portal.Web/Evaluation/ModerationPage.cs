using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>One bid under one criterion: how the evaluators scored and what is agreed.</summary>
public sealed record ModerationRow(string Alias, string AliasInAddress, Criterion Criterion, Divergence Divergence, ConsensusScore? Agreed);

/// <summary>The moderation page of a lot.</summary>
public sealed record ModerationPage(string Ref, string Title, string LotNumber, string LotTitle, IReadOnlyList<ModerationRow> Rows, AttendanceForm Form)
{
    public bool MayAgree { get; init; }

    public string Attendance { get; init; } = "";

    /// <summary>Evaluators and moderator, to be ticked.</summary>
    public IReadOnlyList<Choice> Panel { get; init; } = [];

    /// <summary>The lots are ranked and nothing is published: an agreed score may still be corrected, on the record.</summary>
    public bool MayCorrect { get; init; }

    public IReadOnlyList<ScoreCorrection> Corrections { get; init; } = [];

    public string AliasOf(ScoreCorrection correction) => Rows.FirstOrDefault(r => r.Divergence.Submission.Value == correction.Submission)?.Alias ?? "A bid taken out";

    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Every contested score was agreed as the rounded mean (C2-06).</summary>
    public bool LooksAveraged { get; init; }

    public int Agreed => Rows.Count(r => r.Agreed is not null);

    public static async Task<ModerationPage> Read(PortalDb db, Actor actor, string tenderRef, string lotNumber, AttendanceForm? form, CancellationToken cancel)
    {
        Tender tender = await LoadFor(db, actor, tenderRef, cancel);
        Lot lot = tender.LotNumbered(lotNumber);
        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, cancel) ?? throw new RuleBroken("WRONG_STAGE", "Moderation of this lot has not begun.", "C2-03");
        Dictionary<SubmissionId, OpenedBid> bids = (await db.BidsToAssess(tender.Id, lot.Id, cancel)).ToDictionary(b => b.Id);
        List<ScoreSheet> sheets = await db.ScoreSheets.AsNoTracking().Include(s => s.Scores).Where(s => s.Tender == tender.Id && s.Lot == lot.Id && s.Standing == SheetStanding.Locked).ToListAsync(cancel);
        HashSet<PersonId> gone = [.. await db.ConflictDeclarations.Where(d => d.Tender == tender.Id && d.Standing == ConflictStanding.SteppedDown).Select(d => d.Person).ToListAsync(cancel)];
        sheets.RemoveAll(s => gone.Contains(s.Evaluator));
        IReadOnlyList<Divergence> divergences = [.. Divergence.Of(sheets).Where(d => bids.ContainsKey(d.Submission))];
        return new ModerationPage(tender.Ref, tender.Title, lot.Number, lot.Title, [.. divergences.Select(d => Row(lot, bids[d.Submission], d, moderation))], form ?? new AttendanceForm())
        {
            MayAgree = tender.Stage == TenderStage.Moderating && tender.HasOnTeam(actor.Person, TeamPart.Moderator),
            Attendance = moderation.Attendance,
            Panel = [.. tender.Team.Where(m => m.Part is TeamPart.Evaluator or TeamPart.Moderator).DistinctBy(m => m.Person).Select(m => new Choice(m.Person.Value.ToString(), m.Name, GovWords.Of(m.Part)))],
            MayCorrect = tender.IsDeciding(lot) && !Tender.IsTold(lot) && tender.HasOnTeam(actor.Person, TeamPart.Moderator),
            Corrections = moderation.Corrections,
            FrozenAt = moderation.FrozenAt,
            LooksAveraged = Divergence.LooksAveraged(divergences, moderation),
        };
    }

    private static async Task<Tender> LoadFor(PortalDb db, Actor actor, string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, cancel);
        if (tender.HasOnTeam(actor.Person, TeamPart.Moderator))
        {
            return await db.LoadTenderToModerate(actor, tenderRef, cancel);
        }

        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        return tender.Stage > TenderStage.Moderating ? tender : throw new NotAllowed("Until the agreed scores are frozen, only the moderator sees them.");
    }

    private static ModerationRow Row(Lot lot, OpenedBid bid, Divergence divergence, Moderation moderation) => new(
        bid.Alias,
        AssessedBids.AliasInAddress(bid),
        lot.Criteria.First(c => c.Code == divergence.Criterion),
        divergence,
        moderation.ScoreOf(divergence.Submission, divergence.Criterion));
}
