using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The facts and what follows from them by definition (the contract's derived facts); every row of the decision table speaks in these words.</summary>
public sealed class Situation
{
    private static readonly TimeOnly Noon = new(12, 0);

    public Situation(Facts facts, GateTerms terms)
    {
        Facts = facts;
        Terms = terms;
        Today = LondonTime.DateOf(facts.At);
        Needed24 = IsNeeded24();
        Covering = [.. facts.Frameworks.Where(Covers)];
        On = [.. facts.Frameworks.Where(IsOn)];
        Core = Option.Price - Sum(Option.ItemisedExtras);
        Comparable = Option.Price - Sum(Option.ItemisedExtras.Where(e => e.AtScheduleRate));
        RegisterPrice = LowestRegistered();
    }

    public Facts Facts { get; }

    public GateTerms Terms { get; }

    public ChildFacts Child => Facts.Child;

    public OptionFacts Option => Facts.Option;

    public SearchFacts Search => Facts.Search;

    /// <summary>The London date of the decision.</summary>
    public DateOnly Today { get; }

    /// <summary>The child is needed within 24 hours, or before noon of the next working day when asked out of hours.</summary>
    public bool Needed24 { get; }

    public bool Newcomer => !Child.AlreadyLivesThere;

    public bool Resident => Child.AlreadyLivesThere;

    public bool Registered => Option.Registration == RegistrationFact.Active || (Option.Registration == RegistrationFact.OfficerChecked && Needed24);

    public bool Under16InSupportedAccommodation => Child.Age < 16 && Facts.Need.ServiceType == ServicesNamed.SupportedAccommodation;

    /// <summary>Frameworks that are live, cover the need and bind or entitle the authority.</summary>
    public IReadOnlyList<FrameworkFacts> Covering { get; }

    /// <summary>Covering frameworks on which the provider is admitted and the home onboarded or allowed to be pending.</summary>
    public IReadOnlyList<FrameworkFacts> On { get; }

    /// <summary>The price without its extras; null when an extra has no amount.</summary>
    public Money? Core { get; }

    /// <summary>The price without the extras charged at the schedule's rate; null when such an extra has no amount.</summary>
    public Money? Comparable { get; }

    /// <summary>The lowest price at which this bed stands on any framework whose terms bind it; null if none.</summary>
    public Money? RegisterPrice { get; }

    public bool Above => Comparable > RegisterPrice;

    public bool PlacesShort => Option.PlacesOccupied + Option.PlacesNeeded > Option.PlacesRegistered;

    public bool OwnEmbargo => Facts.Authority.Rcc is { } own && Option.Embargoes.Contains(own);

    /// <summary>Quality stops the option: inadequate, a restriction notice, or an embargo of the authority's own co-operative.</summary>
    public bool Stop => Option.Judgement == Judgement.Inadequate || Option.Restriction || OwnEmbargo;

    /// <summary>Quality asks for care: requires improvement, no judgement yet, or embargoes of other co-operatives only.</summary>
    public bool Caution =>
        Option.Judgement is Judgement.RequiresImprovement or Judgement.None || (Option.Embargoes.Count > 0 && !OwnEmbargo);

    public static bool Covers(FrameworkFacts framework) => framework is { Live: true, CoversNeed: true, AuthorityEntitled: true };

    public static bool IsOn(FrameworkFacts framework) =>
        Covers(framework) && framework.Admitted && (framework.HomeOnboarded || framework.OnboardingPendingAllowed);

    /// <summary>Null as soon as one amount is missing, so that every comparison with it is false.</summary>
    public static Money? Sum(IEnumerable<ExtraFacts> extras) => extras.Aggregate((Money?)Money.Zero, (sum, extra) => sum + extra.Amount);

    private bool IsNeeded24()
    {
        NeedFacts need = Facts.Need;
        if (need.NeededBy is not { } neededBy)
        {
            return need.Urgency is Urgency.SameDay or Urgency.OutOfHours;
        }

        return neededBy - Facts.At <= TimeSpan.FromHours(Terms.NeededWithinHours)
            || (need.Urgency == Urgency.OutOfHours && neededBy < LondonTime.At(UkWorkingDays.Held.After(Today, 1), Noon));
    }

    private Money? LowestRegistered()
    {
        IEnumerable<Money?> rows = Facts.PriceRegister.Where(IsThisBed).Select(row => row.Price);
        IEnumerable<Money?> frameworks = Covering
            .Where(f => f is { HomeOnboarded: true, RegisterClause: true } && f.Unit == Option.Unit)
            .Select(f => f.SchedulePrice);
        return rows.Concat(frameworks).Min();
    }

    private bool IsThisBed(RegisterFacts row) =>
        row.HomeUrn is not null
        && row.HomeUrn == Option.HomeUrn
        && row.ServiceType == Facts.Need.ServiceType
        && row.Unit == Option.Unit
        && (row.From is null || row.From <= Today)
        && (row.To is null || row.To >= Today);
}
