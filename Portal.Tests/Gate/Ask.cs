using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Tests.Gate;

/// <summary>Facts to start from, changed one thing at a time, and the gate's answer to them.</summary>
internal static class Ask
{
    /// <summary>Monday 23 November 2026, ten in the morning in London; 30 November is a bank holiday in Scotland.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A newcomer of 14, planned, no framework covering: only the coverage gap (B4) holds.</summary>
    public static Facts Gap { get; } = new()
    {
        At = Monday,
        Authority = new AuthorityFacts("E10000031", "west-midlands"),
        Child = new ChildFacts { Age = 14 },
        Need = new NeedFacts { ServiceType = "residential", Urgency = Urgency.Planned, NeededBy = Monday.AddDays(27), KnownSince = Monday.AddDays(-3) },
        Option = new OptionFacts
        {
            Kind = OptionKind.Provider,
            HomeUrn = "SC900001",
            Registration = RegistrationFact.Active,
            Judgement = Judgement.Good,
            PlacesRegistered = 4,
            PlacesOccupied = 3,
            Price = new Money(6100m),
            Weeks = 52,
            NewContract = true,
            Distance = Distance.Own,
        },
        Search = new SearchFacts
        {
            EligibleProviders = 12,
            SentTo = 12,
            WindowClosed = true,
            SuitableOffersOnTerms = 0,
            AllSuitableTypesInParallel = true,
            SelectionProcessFollowed = true,
            WiderSearchRecorded = true,
        },
        Requester = "u-9",
    };

    /// <summary>A live framework that covers the need; the provider is not on it.</summary>
    public static FrameworkFacts Covering { get; } = new() { Id = "WM-2026", Level = ContractLevel.Regional, Rcc = "west-midlands" };

    /// <summary>The home stands on it at 6,100 pounds, below a ceiling of 6,900.</summary>
    public static FrameworkFacts Onboarded { get; } = Covering with
    {
        Admitted = true,
        HomeOnboarded = true,
        SchedulePrice = new Money(6100m),
        LotCeiling = new Money(6900m),
        RegisterClause = true,
    };

    /// <summary>The contract's example: on terms at the schedule price.</summary>
    public static Facts OnTerms { get; } = Gap with { Frameworks = [Onboarded] };

    public static RegisterFacts Registered(decimal price) => new()
    {
        Framework = "SE-2026",
        HomeUrn = "SC900001",
        ServiceType = "residential",
        Price = new Money(price),
        From = new DateOnly(2026, 4, 1),
    };

    public static GateAnswer Decide(Facts facts) => DecisionTable.Decide(facts, GateRules.Founding);

    public static Facts Covered(this Facts facts, params FrameworkFacts[] frameworks) => facts with { Frameworks = frameworks };

    /// <summary>One framework more.</summary>
    public static Facts Also(this Facts facts, FrameworkFacts framework) => facts with { Frameworks = [.. facts.Frameworks, framework] };

    public static Facts With(this Facts facts, Func<OptionFacts, OptionFacts> change) => facts with { Option = change(facts.Option) };

    public static Facts Child(this Facts facts, Func<ChildFacts, ChildFacts> change) => facts with { Child = change(facts.Child) };

    public static Facts Need(this Facts facts, Func<NeedFacts, NeedFacts> change) => facts with { Need = change(facts.Need) };

    public static Facts Searched(this Facts facts, Func<SearchFacts, SearchFacts> change) => facts with { Search = change(facts.Search) };

    public static Facts Priced(this Facts facts, decimal price) => facts.With(o => o with { Price = new Money(price) });

    public static Facts Tonight(this Facts facts) => facts.Need(n => n with { Urgency = Urgency.SameDay, NeededBy = facts.At.AddHours(14) });

    public static Facts Resident(this Facts facts) => facts.Child(c => c with { AlreadyLivesThere = true });

    public static Facts Approved(this Facts facts, params (ApproverRole Role, ApprovalPurpose Purpose, string Person)[] approvals) =>
        facts with { Approvals = [.. approvals.Select(a => new ApprovalFacts(a.Role, a.Person, a.Purpose))] };

    public static string[] Rules(this GateAnswer answer) => [.. answer.Reasons.Select(r => r.Rule)];

    public static string[] Asked(this GateAnswer answer) => [.. answer.RequiredApprovals.Select(a => $"{Words.Of(a.Role)}/{Words.Of(a.Purpose)}")];

    public static string[] Due(this GateAnswer answer) => [.. answer.FollowUps.Select(f => $"{Words.Of(f.What)} {f.ByWorkingDay?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {f.Due}")];
}
