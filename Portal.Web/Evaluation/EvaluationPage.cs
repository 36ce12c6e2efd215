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

namespace Portal.Web.Evaluation;

/// <summary>A member of the panel with the declaration.</summary>
public sealed record PanelRow(PersonId Person, string Name, TeamPart Part, ConflictDeclaration? Declaration);

/// <summary>A lot with how far its sheets and its agreed scores are.</summary>
public sealed record LotProgress(string Number, string Title, int Bids, int Needed, int Mine, bool MineLocked, int Locked, int Agreed);

/// <summary>The overview of an evaluation, as far as the reader may know it.</summary>
public sealed record EvaluationPage(string Ref, string Title, TenderStage Stage, IReadOnlyList<PanelRow> Panel, IReadOnlyList<LotProgress> Lots, IReadOnlyList<Reason> Blocks)
{
    public bool IsEvaluator { get; init; }

    public bool IsModerator { get; init; }

    public bool IsCommissioner { get; init; }

    public bool MayReview { get; init; }

    /// <summary>Two openers have opened the price envelopes.</summary>
    public bool PricesOpen { get; init; }

    /// <summary>The reader may know who has bid: evaluators know bidders by alias only.</summary>
    public bool MayQualify => MayReview;

    /// <summary>The reader's own declaration gives access.</summary>
    public bool HasAccess { get; init; }

    public int Evaluators => Panel.Count(p => p.Part == TeamPart.Evaluator && p.Declaration is not { Standing: ConflictStanding.SteppedDown });

    public static async Task<EvaluationPage> Read(PortalDb db, StartModeration moderate, Actor actor, string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, cancel);
        Dictionary<PersonId, ConflictDeclaration> declarations = await db.ConflictDeclarations.AsNoTracking().Where(d => d.Tender == tender.Id).ToDictionaryAsync(d => d.Person, cancel);
        PanelRow[] panel =
        [
            .. tender.Team.Where(m => m.Part is TeamPart.Evaluator or TeamPart.Moderator).OrderBy(m => m.Part).ThenBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => new PanelRow(m.Person, m.Name, m.Part, declarations.GetValueOrDefault(m.Person))),
        ];
        return new EvaluationPage(tender.Ref, tender.Title, tender.Stage, panel, await Progress(db, actor, tender, cancel), await BlocksOf(moderate, tender, cancel))
        {
            IsEvaluator = tender.HasOnTeam(actor.Person, TeamPart.Evaluator),
            IsModerator = tender.HasOnTeam(actor.Person, TeamPart.Moderator),
            IsCommissioner = tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner),
            MayReview = actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Legal),
            PricesOpen = !await db.OpenedBids.AnyAsync(b => b.Tender == tender.Id && b.PricesOpenedAt == null, cancel),
            HasAccess = declarations.GetValueOrDefault(actor.Person) is { GivesAccess: true },
        };
    }

    private static async Task<IReadOnlyList<Reason>> BlocksOf(StartModeration moderate, Tender tender, CancellationToken cancel) =>
        tender.Stage == TenderStage.Scoring ? await moderate.WhatBlocks(tender, cancel) : [];

    private static async Task<LotProgress[]> Progress(PortalDb db, Actor actor, Tender tender, CancellationToken cancel)
    {
        if (tender.Stage < TenderStage.Scoring)
        {
            return [];
        }

        ILookup<LotId, OpenedBid> bids = (await db.BidsToAssess(tender.Id, cancel)).ToLookup(b => b.Lot);
        List<ScoreSheet> sheets = await db.ScoreSheets.AsNoTracking().Include(s => s.Scores).Where(s => s.Tender == tender.Id).ToListAsync(cancel);
        List<Moderation> moderations = await db.Moderations.AsNoTracking().Include(m => m.Consensus).Where(m => m.Tender == tender.Id).ToListAsync(cancel);
        return
        [
            .. tender.Lots.Where(l => bids.Contains(l.Id)).OrderBy(l => l.Number, StringComparer.Ordinal).Select(lot =>
            {
                ScoreSheet? own = sheets.Find(s => s.Lot == lot.Id && s.Evaluator == actor.Person);
                return new LotProgress(
                    lot.Number,
                    lot.Title,
                    bids[lot.Id].Count(),
                    bids[lot.Id].Count() * lot.QualityCriteria.Count(),
                    own?.Scores.Count(s => s.IsComplete) ?? 0,
                    own?.Standing == SheetStanding.Locked,
                    sheets.Count(s => s.Lot == lot.Id && s.Standing == SheetStanding.Locked),
                    moderations.Find(m => m.Lot == lot.Id)?.Consensus.Count ?? 0);
            }),
        ];
    }
}
