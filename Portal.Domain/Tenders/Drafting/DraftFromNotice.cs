using Portal.Domain.Law;
using Portal.Domain.Tenders.FromNotice;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Makes a draft tender of what a notice says, through the tender's own verbs.</summary>
internal static class DraftFromNotice
{
    public static Tender Make(NoticeDraft notice, string reference, Actor by, AuthorityKind authority, DateTimeOffset now)
    {
        string title = notice.Title ?? $"Tender from notice {notice.Source.ReleaseId ?? notice.Source.Ocid ?? "without a title"}";
        Tender tender = Tender.Draft(reference, title, by.Organisation, by.Person, now, authority);
        tender.Describe(Basics(notice, title));
        foreach (NoticeLot lot in notice.Lots)
        {
            Add(tender, lot, notice);
        }

        tender.Schedule(Dates(notice.Dates));
        if (notice.Framework is { } framework)
        {
            tender.SetUpFramework(Terms(framework, notice));
        }

        return tender;
    }

    private static TenderBasics Basics(NoticeDraft notice, string title) => new()
    {
        Title = title,
        Description = Joined(notice.Description, Said("Known risks", notice.KnownRisks)),
        Cpv = notice.MainCpv?.Code ?? "",
        AdditionalCpv = [.. notice.AdditionalCpv.Select(c => c.Code)],
        Regime = RegimeOf(notice),
        Procedure = notice.Procedure.Method is "selective" ? Procedure.CompetitiveFlexible : Procedure.Open,
        NetValue = notice.Value?.Net,
        GrossValue = notice.Value?.Gross,
        Conditions = notice.Conditions,
    };

    private static Regime RegimeOf(NoticeDraft notice) => notice.Procedure switch
    {
        { LightTouch: true } => Regime.LightTouch,
        { AboveThreshold: false } => Regime.BelowThreshold,
        _ => LightTouchCpv.Covers(notice.MainCpv?.Code) ? Regime.LightTouch : Regime.Full,
    };

    private static void Add(Tender tender, NoticeLot lot, NoticeDraft notice)
    {
        bool own = lot.Criteria.Listed.Count > 0 || lot.Criteria.Words is not null;
        NoticeCriteria criteria = own ? lot.Criteria : notice.Criteria;
        string otherwise = notice.Lots.Count == 1 ? tender.Title : $"Lot {lot.Number}";
        tender.AddLot(Basics(lot, otherwise, criteria.Words, lot.Contract ?? notice.Dates.Contract), lot.Number);
        if (criteria.Listed.Count > 0)
        {
            tender.ChangeLot(lot.Number, "criteria from the notice", l => l.AssessBy(Criteria(criteria.Listed)));
        }
    }

    private static LotBasics Basics(NoticeLot lot, string otherwise, string? criteriaWords, NoticePeriod? contract) => new()
    {
        Title = lot.Title ?? otherwise,
        Description = Joined(
            lot.Description,
            Said("Extensions", lot.Extensions),
            Said("Award criteria in the notice's words", criteriaWords),
            Said("Conditions", Lines(lot.Conditions))),
        NetValue = lot.Value?.Net,
        GrossValue = lot.Value?.Gross,
        Regions = lot.Regions,
        StartsOn = contract?.Start?.Day,
        EndsOn = contract?.End?.Day,
        ExtensionsTo = contract?.LatestEnd?.Day,
    };

    // The portal computes one price criterion; a notice with several keeps the others for people to score or merge.
    private static List<Criterion> Criteria(IReadOnlyList<NoticeCriterion> listed)
    {
        List<Criterion> made = [];
        foreach (NoticeCriterion criterion in listed)
        {
            bool price = criterion.IsPrice && !made.Exists(c => c.Kind == CriterionKind.Price);
            made.Add(new Criterion
            {
                Code = price ? "P" : $"Q{made.Count(c => c.Kind == CriterionKind.Quality) + 1}",
                Title = criterion.Name,
                Description = criterion.Description ?? "",
                Kind = price ? CriterionKind.Price : CriterionKind.Quality,
                Weight = criterion.Weight ?? 0,
            });
        }

        return made;
    }

    private static TenderDates Dates(NoticeDates dates) => new()
    {
        QuestionsCloseAt = dates.EnquiryDeadline?.At.ToUniversalTime(),
        ClosesAt = dates.TenderDeadline?.At.ToUniversalTime(),
        OpensAt = dates.Opening?.At.ToUniversalTime(),
        DecisionOn = dates.AwardBy?.Day,
        StartsOn = dates.Contract?.Start?.Day,
        EndsOn = dates.Contract?.End?.Day,
    };

    private static FrameworkTerms Terms(NoticeFramework framework, NoticeDraft notice) => new()
    {
        StartsOn = notice.Lots.Select(l => l.Contract?.Start?.Day).Where(d => d is not null).Min(),
        EndsOn = notice.Lots.Select(l => l.Contract?.End?.Day).Where(d => d is not null).Max(),
        MostSuppliers = framework.MostSuppliers,
        OpenFramework = framework.IsOpenFramework,
        ClosedFramework = !framework.IsOpenFramework && RegimeOf(notice) == Regime.Full,
        SelectionProcess = Joined(framework.CallOffMethod, framework.Description),
        WhoMayUse = string.Join('\n', framework.WhoMayUse),
    };

    private static string Joined(params string?[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string? Lines(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join('\n', lines);

    private static string? Said(string what, string? text) => text is null ? null : $"{what}: {text}";
}
