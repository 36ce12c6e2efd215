using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using static Portal.Tests.Gate.Ask;
using Outcome = Portal.Domain.Gate.Deciding.Outcome;

namespace Portal.Tests.Gate;

/// <summary>What must hold for every set of facts, whatever the rows.</summary>
public sealed class GatePropertyTests
{
    private static readonly string[] PriceAndPaperwork = ["C3", "C5", "D1", "D2", "D3", "D7", "D8", "D9", "X1"];

    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void No_child_needed_within_24_hours_is_blocked_or_kept_waiting_for_price_or_paperwork() =>
        Holds(AnyFacts.Select(f => f.Tonight()), facts =>
        {
            GateAnswer answer = Decide(facts);
            return !PriceAndPaperwork.Contains(answer.Decisive)
                && (answer.Outcome != Outcome.Pending || answer.Decisive == "S2")
                && (answer.Outcome != Outcome.Block || answer.Decisive is "A1" or "A2" or "A3" or "A5" or "A6");
        });

    [Fact]
    public void A_dearer_price_is_never_a_better_outcome_than_the_same_bed_cheaper() =>
        Holds(AnyFacts.Select(f => f with { ExceptionReason = null, Approvals = [] }), facts =>
            Rank(Decide(facts.Priced(facts.Option.Price.Amount + 250m))) <= Rank(Decide(facts)));

    [Fact]
    public void The_allowed_price_of_a_premium_is_the_registers() =>
        Holds(AnyFacts, facts =>
        {
            GateAnswer answer = Decide(facts);
            return answer.Rules()[0] is not ("D2" or "D6" or "E1") || answer.AllowedPrice is not { } allowed || allowed == new Situation(facts, new Portal.Domain.Gate.RuleSets.GateTerms()).RegisterPrice;
        });

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_more_honest_declaration_never_gives_a_worse_outcome(string disclosure) =>
        Holds(AnyFacts.Select(f => f with { Approvals = [] }), facts => Rank(Decide(Told[disclosure](facts))) >= Rank(Decide(facts)));

    [Fact]
    public void In_D2_the_allowed_price_is_always_the_registers_and_in_D6_and_E1_whenever_the_bed_is_dearer() =>
        Holds(AnyFacts, facts =>
        {
            GateAnswer answer = Decide(facts);
            Situation situation = new(facts, new Portal.Domain.Gate.RuleSets.GateTerms());
            return answer.Rules()[0] switch
            {
                "D2" => situation.Above && answer.AllowedPrice == situation.RegisterPrice,
                "D6" or "E1" => answer.AllowedPrice == (situation.Above ? situation.RegisterPrice : null),
                _ => true,
            };
        });

    [Fact]
    public void A_child_needed_tonight_is_allowed_in_any_registered_free_and_sound_home_whatever_is_missing() =>
        Holds(AnyFacts.Select(f => f.Tonight().With(o => o with { Kind = OptionKind.Provider, Registration = RegistrationFact.Active, Judgement = Judgement.Good, Restriction = false, Excluded = false, Embargoes = [], PlacesOccupied = 0 })
                .Child(c => c with { Age = 16, AlreadyLivesThere = false }) with
        { Search = new SearchFacts(), Approvals = [] }), facts =>
            Decide(facts).Outcome is Outcome.Allow or Outcome.AllowEmergency);

    [Fact]
    public void An_approval_more_never_makes_an_outcome_worse_for_an_independent_person() =>
        Holds(AnyFacts.Select(f => f with { Approvals = [] }), facts =>
            Decide(facts).RequiredApprovals.All(need => Rank(Decide(facts.Approved((need.Role, need.Purpose, "u-50")))) >= Rank(Decide(facts))));

    [Fact]
    public void Every_answer_names_its_rule_a_next_step_and_no_flag_twice() =>
        Holds(AnyFacts, facts =>
        {
            GateAnswer answer = Decide(facts);
            return answer.Reasons.All(r => r.NextStep.Length > 0 && r.Text.Length > 0)
                && answer.Rules().Contains(answer.Decisive)
                && answer.Flags.Distinct().Count() == answer.Flags.Count
                && (answer.Outcome is not (Outcome.Block or Outcome.OutOfScope) || answer.RequiredApprovals.Count == 0)
                && answer.Rules().Distinct().Count() == answer.Reasons.Count;
        });

    [Fact]
    public void The_first_row_that_holds_decides_and_later_rows_follow_in_table_order() =>
        Holds(AnyFacts, facts =>
        {
            string[] order = [.. DecisionTable.Rows.Select(r => r.Rule)];
            int[] places = [.. Decide(facts).Rules().Select(rule => Array.IndexOf(order, rule)).TakeWhile(place => place >= 0)];
            return places.Length > 0 && places.SequenceEqual(places.Order());
        });

    /// <summary>What an officer may own up to or add; none of it may make things worse.</summary>
    private static readonly Dictionary<string, Func<Facts, Facts>> Told = new()
    {
        ["the need was known for weeks"] = f => f.Need(n => n with { KnownSince = f.At.AddDays(-30) }),
        ["only poor registered places were free"] = f => f with { OnlyPoorRegisteredAvailable = true },
        ["only an unregistered place was free"] = f => f with { OnlyUnregisteredAvailable = true },
        ["a court is involved"] = f => f.Child(c => c with { CourtReference = "ZE26C00001" }),
        ["the legal ground"] = f => f with { LegalGround = "Schedule 5, paragraph 15" },
        ["the reason for an exception"] = f => f with { ExceptionReason = "A brother lives there." },
        ["where else was searched"] = f => f.Searched(s => s with { WiderSearchRecorded = true }),
        ["that a wish was expressed"] = f => f.Child(c => c with { PreferenceExpressed = true }),
    };

    public static TheoryData<string> Disclosures => [.. Told.Keys];

    private static Gen<bool> Often => Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)));

    private static Gen<bool> Seldom => Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)));

    private static Gen<Money?> AnyPrice => Gen.Elements<Money?>(null, new Money(5900m), new Money(6000m), new Money(6100m), new Money(6400m));

    private static Gen<FrameworkFacts> AnyFramework =>
        from level in Gen.Elements(ContractLevel.Regional, ContractLevel.Regional, ContractLevel.National)
        from live in Often
        from admitted in Often
        from onboarded in Often
        from pending in Seldom
        from clause in Often
        from hub in Often
        from schedule in AnyPrice
        from ceiling in AnyPrice
        select new FrameworkFacts { Level = level, Live = live, Admitted = admitted, HomeOnboarded = onboarded, OnboardingPendingAllowed = pending, RegisterClause = clause, HubConfirmedNoPlace = hub, SchedulePrice = schedule, LotCeiling = ceiling };

    private static Gen<OptionFacts> AnyOption =>
        from kind in Gen.Frequency((8, Gen.Constant(OptionKind.Provider)), (1, Gen.Elements(Enum.GetValues<OptionKind>())))
        from registration in Gen.Frequency((6, Gen.Constant(RegistrationFact.Active)), (1, Gen.Elements(Enum.GetValues<RegistrationFact>())))
        from judgement in Gen.Elements(Enum.GetValues<Judgement>())
        from restriction in Seldom
        from excluded in Seldom
        from full in Seldom
        from embargoes in Gen.Elements<string[]>([], [], ["west-midlands"], ["south-east"])
        from price in Gen.Elements(5800m, 5900m, 6000m, 6100m, 6300m, 6500m)
        from current in AnyPrice
        from fresh in Often
        from extra in Gen.Elements<ExtraFacts[]>([], [], [new(ExtraKind.Therapy, new Money(300m), true)], [new(ExtraKind.Therapy, new Money(300m), false)])
        from weeks in Gen.Elements<decimal?>(null, 12m, 52m, 150m)
        from distance in Gen.Elements<Distance?>(null, Distance.Own, Distance.Own, Distance.Adjoining, Distance.AtADistance)
        select new OptionFacts { Kind = kind, HomeUrn = "SC900001", Registration = registration, Judgement = judgement, Restriction = restriction, Excluded = excluded, PlacesRegistered = 4, PlacesOccupied = full ? 4 : 3, Embargoes = embargoes, Price = new Money(price), CurrentPrice = current, NewContract = fresh, ItemisedExtras = extra, PackageWeeks = weeks, Weeks = weeks, Distance = distance };

    private static Gen<ChildFacts> AnyChild =>
        from age in Gen.Elements(0, 8, 14, 15, 16, 17, 18)
        from resident in Seldom
        from named in Seldom
        from views in Seldom
        from only in Often
        from court in Seldom
        select new ChildFacts { Age = age, AlreadyLivesThere = resident, SchoolNamedByPlan = named, EnactmentRequiresViews = views, OnlyOneCapableSupplier = only, CompetitionAgainstInterests = views, CourtReference = court ? "FD26P00001" : null };

    private static Gen<SearchFacts> AnySearch =>
        from sent in Gen.Elements<int?>(null, 10, 12, 12)
        from closed in Often
        from suitable in Gen.Elements(0, 0, 1)
        from parallel in Often
        from followed in Often
        from wider in Often
        select new SearchFacts { EligibleProviders = 12, SentTo = sent, WindowClosed = closed, SuitableOffersOnTerms = suitable, AllSuitableTypesInParallel = parallel, SelectionProcessFollowed = followed, WiderSearchRecorded = wider };

    private static Gen<ApprovalFacts> AnyApproval =>
        from role in Gen.Elements(Enum.GetValues<ApproverRole>())
        from purpose in Gen.Elements(Enum.GetValues<ApprovalPurpose>())
        from person in Gen.Elements("u-1", "u-2", "u-3", "u-9")
        select new ApprovalFacts(role, person, purpose);

    private static Gen<Facts> AnyFacts =>
        from child in AnyChild
        from serviceType in Gen.Elements("residential", "residential", "supportedAccommodation", "specialSchool")
        from days in Gen.Elements(0, 1, 3, 27)
        from option in AnyOption
        from frameworks in AnyFramework.ListOf(2)
        from covered in Often
        from register in AnyPrice
        from search in AnySearch
        from approvals in AnyApproval.ListOf(4)
        from exception in Seldom
        from unregisteredOnly in Seldom
        from poorOnly in Seldom
        select Gap with
        {
            Child = child,
            Need = Gap.Need with { ServiceType = serviceType, NeededBy = Monday.AddDays(days) },
            Option = option,
            Frameworks = covered ? [.. frameworks] : [],
            PriceRegister = register is { } price ? [Registered(price.Amount) with { ServiceType = serviceType }] : [],
            Search = search,
            Approvals = [.. approvals],
            ExceptionReason = exception ? "Her brother lives there." : null,
            OnlyUnregisteredAvailable = unregisteredOnly,
            OnlyPoorRegisteredAvailable = poorOnly,
        };

    private static void Holds(Gen<Facts> facts, Func<Facts, bool> property) => Prop.ForAll(facts.ToArbitrary(), property).Check(Thoroughly);

    private static int Rank(GateAnswer answer) => answer.Outcome switch
    {
        Outcome.Block => 0,
        Outcome.Pending => 1,
        Outcome.NecessityRecord => 2,
        Outcome.AllowWithApproval => 3,
        Outcome.AllowEmergency => 4,
        _ => 5,
    };
}
