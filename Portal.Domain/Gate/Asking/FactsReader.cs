using System.Text.Json;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Asking;

/// <summary>Reads facts written as the contract's JSON, with the defaults it names; refuses whatever it cannot read with the field's path.</summary>
public static class FactsReader
{
    private const int OldestAge = 25;

    private const int DaysAroundADecision = 28;

    /// <summary>Raises <see cref="FactsRefused"/> with every field that is wrong.</summary>
    public static Facts Read(JsonElement json)
    {
        Dictionary<string, List<string>> errors = [];
        JsonFields fields = new(json, "", errors);
        if (json.ValueKind != JsonValueKind.Object)
        {
            fields.Refuse("facts", "Enter the facts as one object.");
        }

        Facts facts = ReadFacts(fields);
        if (errors.Count == 0)
        {
            Check(facts, fields);
        }

        return errors.Count == 0 ? facts : throw new FactsRefused(errors.ToDictionary(e => e.Key, e => e.Value.ToArray()));
    }

    private static Facts ReadFacts(JsonFields f) => new()
    {
        At = f.Required("at", f.Instant("at")),
        Authority = ReadAuthority(f.RequiredObject("authority")),
        Child = ReadChild(f.Object("child")),
        Need = ReadNeed(f.Object("need")),
        Option = ReadOption(f.Object("option")),
        Frameworks = f.Each("frameworks", ReadFramework),
        PriceRegister = f.Each("priceRegister", ReadRegister),
        Search = ReadSearch(f.Object("search")),
        Approvals = f.Each("approvals", a => new ApprovalFacts(a.Word<ApproverRole>("role"), a.Text("person"), a.Word<ApprovalPurpose>("purpose"))),
        ConflictedPersons = f.Texts("conflictedPersons"),
        Requester = f.Required("requester", f.Text("requester")),
        LegalGround = f.Text("legalGround"),
        ExceptionReason = f.Text("exceptionReason"),
        OnlyUnregisteredAvailable = f.Flag("onlyUnregisteredAvailable"),
        OnlyPoorRegisteredAvailable = f.Flag("onlyPoorRegisteredAvailable"),
    };

    private static AuthorityFacts ReadAuthority(JsonFields f) => new(f.Text("code"), f.Text("rcc"));

    private static ChildFacts ReadChild(JsonFields f) => new()
    {
        Age = f.Required("age", f.Count("age")),
        AlreadyLivesThere = f.Flag("alreadyLivesThere"),
        SchoolNamedByPlan = f.Flag("schoolNamedByPlan"),
        PreferenceExpressed = f.Flag("preferenceExpressed"),
        OnlyOneCapableSupplier = f.Flag("onlyOneCapableSupplier"),
        CompetitionAgainstInterests = f.Flag("competitionAgainstInterests"),
        EnactmentRequiresViews = f.Flag("enactmentRequiresViews"),
        CourtReference = f.Text("courtReference"),
    };

    private static NeedFacts ReadNeed(JsonFields f) => new()
    {
        ServiceType = f.Required("serviceType", f.WordOf("serviceType", ServiceTypes.Words.Keys)),
        Urgency = f.Required("urgency", f.Word<Urgency>("urgency")),
        NeededBy = f.Instant("neededBy"),
        KnownSince = f.Instant("knownSince"),
    };

    private static OptionFacts ReadOption(JsonFields f) => new()
    {
        Kind = f.Required("kind", f.Word<OptionKind>("kind")),
        Exemption = f.Word<Exemption>("exemption"),
        Provider = f.Text("provider"),
        HomeUrn = f.Text("homeUrn"),
        Registration = f.Word<RegistrationFact>("registration"),
        Judgement = f.Word<Judgement>("judgement"),
        Restriction = f.Flag("restriction"),
        PlacesRegistered = f.Count("placesRegistered"),
        PlacesOccupied = f.Count("placesOccupied"),
        PlacesNeeded = f.Count("placesNeeded") ?? 1,
        WithinStatementOfPurpose = f.Flag("withinStatementOfPurpose", whenMissing: true),
        Excluded = f.Flag("excluded"),
        Embargoes = f.TextsOrNamed("embargoes", "rcc"),
        Price = f.Required("price", f.Price("price")),
        Unit = f.Word<PriceUnit>("unit") ?? PriceUnit.Week,
        CurrentPrice = f.Price("currentPrice"),
        NewContract = f.Flag("newContract"),
        ItemisedExtras = f.Each("itemisedExtras", x => new ExtraFacts(x.Word<ExtraKind>("kind"), x.Price("amount"), x.Flag("atScheduleRate"))),
        PackageWeeks = f.Number("packageWeeks"),
        Weeks = f.Number("weeks"),
        Distance = f.Word<Distance>("distance"),
    };

    private static FrameworkFacts ReadFramework(JsonFields f) => new()
    {
        Id = f.Text("id"),
        Level = f.Word<ContractLevel>("level"),
        Rcc = f.Text("rcc"),
        Live = f.Flag("live", whenMissing: true),
        CoversNeed = f.Flag("coversNeed", whenMissing: true),
        AuthorityEntitled = f.Flag("authorityEntitled", whenMissing: true),
        Admitted = f.Flag("admitted"),
        HomeOnboarded = f.Flag("homeOnboarded"),
        OnboardingPendingAllowed = f.Flag("onboardingPendingAllowed"),
        SchedulePrice = f.Price("schedulePrice"),
        Unit = f.Word<PriceUnit>("unit") ?? PriceUnit.Week,
        LotCeiling = f.Price("lotCeiling"),
        RegisterClause = f.Flag("registerClause"),
        HubConfirmedNoPlace = f.Flag("hubConfirmedNoPlace"),
    };

    private static RegisterFacts ReadRegister(JsonFields f) => new()
    {
        Framework = f.Text("framework"),
        HomeUrn = f.Text("homeUrn"),
        ServiceType = f.WordOf("serviceType", ServiceTypes.Words.Keys),
        AgeBand = f.Text("ageBand"),
        Unit = f.Word<PriceUnit>("unit") ?? PriceUnit.Week,
        Price = f.Price("price"),
        From = f.Date("from"),
        To = f.Date("to"),
    };

    private static SearchFacts ReadSearch(JsonFields f) => new()
    {
        EligibleProviders = f.Count("eligibleProviders"),
        SentTo = f.Count("sentTo"),
        WindowClosed = f.Flag("windowClosed"),
        SuitableOffersOnTerms = f.Count("suitableOffersOnTerms"),
        AllSuitableTypesInParallel = f.Flag("allSuitableTypesInParallel"),
        SelectionProcessFollowed = f.Flag("selectionProcessFollowed"),
        WiderSearchRecorded = f.Flag("widerSearchRecorded"),
    };

    private static void Check(Facts facts, JsonFields fields)
    {
        if (facts.Child.Age > OldestAge)
        {
            fields.Refuse("child.age", $"Enter an age from 0 to {OldestAge}.");
        }

        if (Situation.Sum(facts.Option.ItemisedExtras) > facts.Option.Price)
        {
            fields.Refuse("option.itemisedExtras", "The extras add up to more than the price, which is the whole fee.");
        }

        CheckCalendar(facts, fields);
        CheckUnits(facts, fields);
    }

    // Duties fall due within ten working days; no day is counted on a calendar that is not held.
    private static void CheckCalendar(Facts facts, JsonFields fields)
    {
        UkWorkingDays calendar = UkWorkingDays.Held;
        DateOnly today = LondonTime.DateOf(facts.At);
        if (today <= calendar.First.AddDays(DaysAroundADecision) || today >= calendar.Last.AddDays(-DaysAroundADecision))
        {
            fields.Refuse("at", $"Working days are held from {LondonTime.Day(calendar.First)} to {LondonTime.Day(calendar.Last)}; a decision needs the days around it.");
        }
    }

    private static void CheckUnits(Facts facts, JsonFields fields)
    {
        for (int index = 0; index < facts.Frameworks.Count; index++)
        {
            FrameworkFacts framework = facts.Frameworks[index];
            if (Situation.IsOn(framework) && framework.Unit != facts.Option.Unit)
            {
                fields.Refuse($"frameworks[{index}].unit", "UNIT_MISMATCH: the framework's price is per another unit than the option's; units are never converted.");
            }
        }
    }
}
