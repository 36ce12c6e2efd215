using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>Every pair of rows that can hold together: the earlier decides, the later stays among the reasons. Pairs that never meet are listed, so that a new meeting is noticed.</summary>
public sealed class RowPairTests
{
    /// <summary>How each row is made to hold, beside what holds already.</summary>
    private static readonly Dictionary<string, Func<Facts, Facts>> Recipes = new()
    {
        ["G0"] = f => f.Child(c => c with { Age = 18 }),
        ["B0"] = f => f.With(o => o with { Kind = OptionKind.Kinship }),
        ["S1"] = f => f.Tonight().With(o => o with { Registration = RegistrationFact.None }) with { OnlyUnregisteredAvailable = true },
        ["A2"] = f => f.Need(n => n with { ServiceType = "supportedAccommodation" }),
        ["A1"] = f => f.With(o => o with { Registration = RegistrationFact.None }),
        ["A1b"] = f => f.Resident().With(o => o with { Registration = RegistrationFact.None }),
        ["B3"] = f => f.Child(c => c with { SchoolNamedByPlan = true }).Need(n => n with { ServiceType = "specialSchool" }),
        ["A5"] = f => f.With(o => o with { PlacesOccupied = 4 }),
        ["S2"] = f => f.Tonight().With(o => o with { Judgement = Judgement.Inadequate }) with { OnlyPoorRegisteredAvailable = true },
        ["A3"] = f => f.With(o => o with { Judgement = Judgement.Inadequate }),
        ["A6"] = f => f.With(o => o with { Excluded = true }),
        ["A3b"] = f => f.Resident().With(o => o with { Judgement = Judgement.Inadequate }),
        ["B1"] = f => f.With(o => o with { Kind = OptionKind.OwnHome }),
        ["C1"] = f => f.Also(Onboarded).Priced(6100m),
        ["E1"] = f => f.Tonight(),
        ["C2"] = f => f.Also(Onboarded).Priced(6400m).With(o => o with { ItemisedExtras = [new ExtraFacts(ExtraKind.Therapy, new Money(300m), true)] }),
        ["C4"] = f => f.Also(Covering with { Admitted = true, OnboardingPendingAllowed = true, SchedulePrice = new Money(6500m) }),
        ["C3"] = f => f.Also(Onboarded).Priced(7000m),
        ["C5"] = f => f.Also(Covering with { Level = ContractLevel.National }),
        ["D6"] = f => f.Resident(),
        ["D2"] = f => f with { PriceRegister = [Registered(5000m), Registered(5000m) with { ServiceType = "specialSchool" }, Registered(5000m) with { ServiceType = "supportedAccommodation" }] },
        ["D5"] = f => f.Child(c => c with { EnactmentRequiresViews = true, PreferenceExpressed = true, CompetitionAgainstInterests = true }),
        ["D1"] = f => f.Also(Covering).Searched(s => s with { SuitableOffersOnTerms = 1 }),
        ["D3"] = f => f.Also(Covering).Searched(s => s with { WindowClosed = false }),
        ["D4"] = f => f.Also(Covering),
        ["B4"] = f => f,
    };

    /// <summary>Newcomer against resident.</summary>
    private static readonly string[] OfNewcomers = ["S1", "A1", "A5", "S2", "A3", "A6", "C3", "C5"];

    private static readonly string[] OfResidents = ["A1b", "A3b", "D6"];

    /// <summary>B4 says that nothing covers the need; these say that something does.</summary>
    private static readonly string[] Covered = ["C1", "C2", "C4", "C3", "C5", "D1", "D3", "D4"];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            string[] rules = [.. DecisionTable.Rows.Select(r => r.Rule)];
            for (int i = 0; i < rules.Length; i++)
            {
                for (int j = i + 1; j < rules.Length; j++)
                {
                    pairs.Add(rules[i], rules[j]);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_earlier_row_decides_and_the_later_stays_among_the_reasons(string earlier, string later)
    {
        Facts[] both = [.. new[] { Recipes[later](Recipes[earlier](Gap)), Recipes[earlier](Recipes[later](Gap)) }.Where(f => Hold(f, earlier) && Hold(f, later))];

        Assert.Equal(CanMeet(earlier, later), both.Length > 0);
        foreach (Facts facts in both)
        {
            string[] rules = Decide(facts).Rules();
            int first = Array.IndexOf(rules, earlier);
            Assert.True(first >= 0 && first < Array.IndexOf(rules, later), $"{earlier} and {later}: {string.Join(" ", rules)}");
            Assert.Equal(Situation(facts), rules[0]);
        }
    }

    [Fact]
    public void Every_row_has_a_recipe_and_holds_by_it() =>
        Assert.All(DecisionTable.Rows, row => Assert.True(Hold(Recipes[row.Rule](Gap), row.Rule), row.Rule));

    private static bool Hold(Facts facts, string rule) => DecisionTable.Rows.Single(r => r.Rule == rule).Holds(new Situation(facts, new GateTerms()));

    private static string Situation(Facts facts) => DecisionTable.Rows.First(r => r.Holds(new Situation(facts, new GateTerms()))).Rule;

    private static bool CanMeet(string one, string two) =>
        !(Among(OfNewcomers, one, two) && Among(OfResidents, one, two))
        && !(Among(Covered, one, two) && Among(["B4"], one, two))
        && !Both(["B0", "B1"], one, two)
        && !Both(["A2", "B3"], one, two)
        && !Both(["G0", "A2"], one, two)
        && !(Among(["C3"], one, two) && Among(["C1", "C2", "C4"], one, two))
        && !(Among(["D4"], one, two) && Among(["D1", "D3"], one, two));

    private static bool Among(string[] rules, string one, string two) => rules.Contains(one) || rules.Contains(two);

    private static bool Both(string[] rules, string one, string two) => rules.Contains(one) && rules.Contains(two);
}
