using System.ComponentModel.DataAnnotations;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Gate;

/// <summary>The facts that people most like to turn when they try the rules.</summary>
public sealed record TryRulesForm
{
    private const string Home = "SC900001";

    private const string Region = "west-midlands";

    [Range(0, 25, ErrorMessage = "Enter an age from 0 to 25")]
    public int ChildAge { get; init; } = 14;

    public string ServiceType { get; init; } = "residential";

    [Range(0, 400, ErrorMessage = "Enter hours from 0 to 400")]
    public int HoursUntilNeeded { get; init; } = 400;

    [Range(0, 20000, ErrorMessage = "Enter a price from 0 to 20,000")]
    public int Price { get; init; } = 6100;

    [Range(0, 20000, ErrorMessage = "Enter a price from 0 to 20,000")]
    public int SchedulePrice { get; init; } = 6100;

    [Range(0, 20000, ErrorMessage = "Enter a price from 0 to 20,000")]
    public int RegisterPrice { get; init; } = 6100;

    [Range(0, 500, ErrorMessage = "Enter weeks from 0 to 500")]
    public int Weeks { get; init; } = 26;

    public Judgement Judgement { get; init; } = Judgement.Good;

    public Distance Distance { get; init; }

    public bool Registered { get; init; } = true;

    public bool LivesThere { get; init; }

    public bool PlaceFree { get; init; } = true;

    public bool FrameworkCovers { get; init; } = true;

    public bool HomeOnFramework { get; init; } = true;

    public bool SearchDone { get; init; } = true;

    public bool SuitableOffer { get; init; }

    public bool Reason { get; init; }

    public Facts ToFacts(DateTimeOffset now) => new()
    {
        At = now,
        Authority = new AuthorityFacts("E10000031", Region),
        Child = new ChildFacts { Age = ChildAge, AlreadyLivesThere = LivesThere },
        Need = new NeedFacts { ServiceType = Domain.Frameworks.ServiceTypes.Words.ContainsKey(ServiceType) ? ServiceType : "residential", Urgency = Urgency.Planned, NeededBy = now.AddHours(HoursUntilNeeded), KnownSince = now },
        Option = new OptionFacts
        {
            Kind = OptionKind.Provider,
            HomeUrn = Home,
            Registration = Registered ? RegistrationFact.Active : RegistrationFact.None,
            Judgement = Judgement,
            PlacesRegistered = 4,
            PlacesOccupied = PlaceFree ? 3 : 4,
            Price = new Money(Price),
            NewContract = !LivesThere,
            Weeks = Weeks,
            Distance = Distance,
        },
        Frameworks = FrameworkCovers ? [OfRegion()] : [],
        PriceRegister = RegisterPrice == 0 ? [] : [new RegisterFacts { Framework = "SE-2026", HomeUrn = Home, ServiceType = ServiceType, Price = new Money(RegisterPrice) }],
        Search = new SearchFacts { EligibleProviders = 12, SentTo = SearchDone ? 12 : 6, WindowClosed = SearchDone, AllSuitableTypesInParallel = SearchDone, SelectionProcessFollowed = SearchDone, WiderSearchRecorded = SearchDone, SuitableOffersOnTerms = SuitableOffer ? 1 : 0 },
        Requester = "officer",
        ExceptionReason = Reason ? "A reasoned exception." : null,
    };

    private FrameworkFacts OfRegion() => new()
    {
        Id = "WM-2026",
        Level = ContractLevel.Regional,
        Rcc = Region,
        Admitted = HomeOnFramework,
        HomeOnboarded = HomeOnFramework,
        SchedulePrice = new Money(SchedulePrice),
        RegisterClause = HomeOnFramework,
    };
}
