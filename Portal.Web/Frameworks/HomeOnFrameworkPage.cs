using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>One home on one lot as its page shows it.</summary>
public sealed record HomeOnFrameworkPage
{
    public required Framework Framework { get; init; }

    public required FrameworkLot Lot { get; init; }

    public required HomeAdmission Admission { get; init; }

    public required ProviderHome Home { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyList<Reason> Blocks { get; init; }

    public required IReadOnlyList<QaRestriction> Restrictions { get; init; }

    /// <summary>The actor may note checks, onboard, suspend and decide on prices.</summary>
    public required bool Manages { get; init; }

    /// <summary>A commissioner of the framework records that the home has a new URN.</summary>
    public required bool MayNovate { get; init; }

    /// <summary>The actor may record what the regulator says of the home.</summary>
    public required bool RecordsOutcomes { get; init; }

    public required bool SeesPrices { get; init; }

    public required bool IsOwn { get; init; }

    /// <summary>The framework's uplift rule of today in words; null where none is recorded.</summary>
    public string? HowPricesRise { get; init; }

    public OnboardingCheckForm Check { get; init; } = new();

    public ReasonForm Why { get; init; } = new();

    public ReasonForm Gone { get; init; } = new();

    public DecisionForm Decision { get; init; } = new();

    public string Here => FrameworkLinks.Home(Framework.Ref, Lot.Number, Home.Urn);

    public IEnumerable<Choice> Matters => Enum.GetValues<OnboardingMatter>().Select(m => new Choice(m.ToString(), GovWords.Title(m.InWords())));

    public PriceSchedule? Waiting => Admission.Schedules.FirstOrDefault(s => s.Status == PriceScheduleStatus.Proposed);

    public static async Task<HomeOnFrameworkPage> Read(PortalDb db, Actor actor, HomeKey key, DateTimeOffset now, CancellationToken cancel)
    {
        HomeAdmission admission = await db.LoadHomeAdmission(actor, key.FrameworkRef, key.Lot, key.Urn, cancel);
        Framework framework = await db.LoadFramework(key.FrameworkRef, cancel);
        FrameworkLot lot = framework.Lot(key.Lot);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == key.Urn, cancel) ?? throw new NotFound($"Home {key.Urn}");
        bool own = admission.Provider == actor.Organisation;
        return new HomeOnFrameworkPage
        {
            Framework = framework,
            Lot = lot,
            Admission = admission,
            Home = home,
            Provider = await db.Organisations.Where(o => o.Id == admission.Provider).Select(o => o.Name).SingleAsync(cancel),
            Blocks = admission.WhatBlocksOnboarding(RegulatorView.Of(home), lot.MinimumJudgement, LondonTime.DateOf(now)),
            Restrictions = await db.QaRestrictions.AsNoTracking().Where(r => r.LiftedAt == null && (r.HomeUrn == key.Urn || (r.HomeUrn == null && r.Provider == admission.Provider))).ToListAsync(cancel),
            Manages = (actor.Organisation == framework.Lead || actor.Organisation == framework.Cooperative) && actor.Is(Role.Commissioner, Role.RccCommissioner, Role.QaLead),
            MayNovate = FrameworkPage.MayManage(framework, actor),
            RecordsOutcomes = !own && actor.Is(Role.QaLead),
            SeesPrices = own || await db.MayReadPrices(actor, cancel),
            IsOwn = own,
            HowPricesRise = (await db.UpliftRules.AsNoTracking().SingleOrDefaultAsync(r => r.Framework == framework.Id, cancel))?.TermsOn(LondonTime.DateOf(now)).InWords,
        };
    }
}
