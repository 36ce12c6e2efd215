using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Qualification;

namespace Portal.Web.Evaluation;

/// <summary>What an evaluation asks of people: interests to declare, participation to decide, bids to score, scores to agree, prices to open.</summary>
public sealed class EvaluationToday(PortalDb db) : ITodayTask
{
    private static readonly TenderStage[] Running = [TenderStage.Opened, TenderStage.Qualifying, TenderStage.Scoring, TenderStage.Moderating, TenderStage.Pricing];

    public string Heading => "Evaluation";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Evaluator, Role.Moderator, Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        List<Tender> tenders = await db.Tenders.AsNoTracking().Include(t => t.Team)
            .Where(t => Running.Contains(t.Stage) && (t.Buyer == actor.Organisation || t.Team.Any(m => m.Person == actor.Person))).OrderBy(t => t.ClosesAt).Take(20).ToListAsync(cancel);
        List<TodayItem> items = [];
        foreach (Tender tender in tenders)
        {
            items.AddRange(await OfPanel(actor, tender, cancel));
            if (OfCommissioner(actor, tender) is { } step)
            {
                items.Add(step);
            }
        }

        return items;
    }

    private async Task<IEnumerable<TodayItem>> OfPanel(Actor actor, Tender tender, CancellationToken cancel)
    {
        bool evaluates = tender.HasOnTeam(actor.Person, TeamPart.Evaluator);
        bool moderates = tender.HasOnTeam(actor.Person, TeamPart.Moderator);
        if (!evaluates && !moderates)
        {
            return [];
        }

        ConflictDeclaration? declared = await db.DeclarationOf(tender.Id, actor.Person, cancel);
        if (declared is not { GivesAccess: true })
        {
            return declared is null ? [new TodayItem($"Declare your interests in “{tender.Title}”", EvaluationLinks.Declaration(tender.Ref), By(tender), "Waiting", "Before you see a bid (rule C2-09).")] : [];
        }

        return evaluates ? await OfEvaluator(actor, tender, cancel) : OfModerator(tender);
    }

    private async Task<IEnumerable<TodayItem>> OfEvaluator(Actor actor, Tender tender, CancellationToken cancel)
    {
        if (tender.Stage != TenderStage.Scoring)
        {
            return [];
        }

        LotId[] lots = [.. (await db.BidsToAssess(tender.Id, cancel)).Select(b => b.Lot).Distinct()];
        int locked = await db.ScoreSheets.CountAsync(s => s.Tender == tender.Id && lots.Contains(s.Lot) && s.Evaluator == actor.Person && s.Standing == SheetStanding.Locked, cancel);
        return locked < lots.Length ? [new TodayItem($"Score “{tender.Title}”", EvaluationLinks.Overview(tender.Ref), By(tender), "In progress", $"{locked} of {lots.Length} sheets locked.")] : [];
    }

    private static IEnumerable<TodayItem> OfModerator(Tender tender) => tender.Stage switch
    {
        TenderStage.Moderating => [new TodayItem($"Agree the scores of “{tender.Title}”", EvaluationLinks.Overview(tender.Ref), By(tender), "In progress")],
        TenderStage.Pricing => [new TodayItem($"Rank the lots of “{tender.Title}”", EvaluationLinks.Overview(tender.Ref), By(tender), "Waiting", "When two openers have opened the prices.")],
        _ => [],
    };

    private static TodayItem? OfCommissioner(Actor actor, Tender tender) =>
        tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner) && tender.Stage is (TenderStage.Opened or TenderStage.Qualifying)
            ? new TodayItem($"Decide who may be assessed for “{tender.Title}”", QualificationLinks.All(tender.Ref), By(tender), "Waiting")
            : null;

    // What was published as the day of the decision holds for every step before it.
    private static DateTimeOffset? By(Tender tender) => tender.Dates.DecisionOn is { } day ? LondonTime.StartOfDay(day.AddDays(1)) : null;
}
