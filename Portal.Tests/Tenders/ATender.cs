using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Tests.Tenders;

/// <summary>Tenders brought to a state through their own verbs.</summary>
public static class ATender
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Closes = new(2027, 1, 11, 12, 0, 0, TimeSpan.Zero);

    public static Actor Commissioner(OrganisationId buyer) => Somebody("Casey Commissioner", buyer, Role.Commissioner);

    public static Actor Somebody(string name, OrganisationId organisation, params Role[] roles) =>
        new(Id.New<PersonId>(), name, organisation, "An organisation", new HashSet<Role>(roles));

    /// <summary>Everything set but nothing published; the drafter is <paramref name="by"/>.</summary>
    public static Tender Ready(Actor by, string reference = "WM-2026-0001", params string[] lots)
    {
        Tender tender = Tender.Draft(reference, "Residential homes for children", by.Organisation, by.Person, Now);
        tender.Describe(Basics);
        foreach (string lot in lots.Length > 0 ? lots : ["1"])
        {
            tender.AddLot(ALot, lot);
            tender.ChangeLot(lot, "criteria", Fill);
        }

        tender.Schedule(Dates);
        tender.AddDocument(new NewDocument("Specification.pdf", "Specification", 1234, new string('a', 64), "file-1"), by.Person, Now);
        tender.ChooseTeam(Team);
        tender.AssessConflicts(Somebody("Lee Legal", by.Organisation, Role.Legal), "All who influence the procurement were asked.", "None needed steps.", Now);
        tender.RecordApproval(Approval);
        return tender;
    }

    /// <summary>A decision that covers every tender of the tests and can no longer be called in.</summary>
    public static ApprovalToProcure Approval =>
        new("CAB/26/117", new DateOnly(2026, 10, 6), "Cabinet") { Limit = new Money(1_000_000_000m), CallInEndsOn = new DateOnly(2026, 10, 13) };

    public static ApprovalToAward AwardApproval =>
        new("CAB/26/201", new DateOnly(2026, 11, 2), "The director under delegation CAB/26/117") { Limit = new Money(1_000_000_000m), CallInEndsOn = new DateOnly(2026, 11, 9) };

    public static Tender Published(Actor by, string reference = "WM-2026-0001", params string[] lots)
    {
        Tender tender = Ready(by, reference, lots);
        tender.Publish(Now);
        return tender;
    }

    public static TenderBasics Basics => new()
    {
        Title = "Residential homes for children",
        Description = "A framework of children's homes for the co-operative's authorities, in one lot per kind of home.",
        Cpv = "85311300",
        AdditionalCpv = ["85311000"],
        Regime = Regime.LightTouch,
        Procedure = Procedure.Open,
        NetValue = new Money(40_000_000m),
        GrossValue = new Money(40_000_000m),
        MarketEngagement = "Preliminary market engagement notice published in June 2026.",
        Conditions = ["Every home offered is registered with Ofsted by the start of its first placement."],
    };

    public static LotBasics ALot => new()
    {
        Title = "Homes for up to four children",
        ServiceType = "residential",
        PerHome = true,
        NetValue = new Money(20_000_000m),
        GrossValue = new Money(20_000_000m),
        StartsOn = new DateOnly(2027, 4, 1),
        EndsOn = new DateOnly(2031, 3, 31),
    };

    public static TenderDates Dates => new()
    {
        QuestionsCloseAt = new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.Zero),
        ClosesAt = Closes,
        OpensAt = Closes.AddHours(1),
        DecisionOn = new DateOnly(2027, 2, 8),
        SignOn = new DateOnly(2027, 2, 22),
        StartsOn = new DateOnly(2027, 4, 1),
        EndsOn = new DateOnly(2031, 3, 31),
    };

    public static (PersonId, string, TeamPart)[] Team =>
    [
        (Id.New<PersonId>(), "Eve One", TeamPart.Evaluator),
        (Id.New<PersonId>(), "Eve Two", TeamPart.Evaluator),
        (Id.New<PersonId>(), "Moe Moderator", TeamPart.Moderator),
        (Id.New<PersonId>(), "Ola Opener", TeamPart.Opener),
        (Id.New<PersonId>(), "Oz Opener", TeamPart.Opener),
    ];

    public static IReadOnlyList<string> Descriptors =>
        ["No answer", "Poor: most is missing", "Weak: parts are missing", "Fair: meets the need with gaps", "Good: meets the need", "Excellent: more than meets the need"];

    public static void Fill(Lot lot)
    {
        lot.AssessBy(
        [
            new Criterion { Code = "Q1", Title = "Care and outcomes", Weight = 40, Minimum = 2, Descriptors = Descriptors },
            new Criterion { Code = "Q2", Title = "Staff", Weight = 20, Descriptors = Descriptors },
            new Criterion { Code = "P", Title = "Price", Kind = CriterionKind.Price, Weight = 40 },
        ]);
        lot.Ask(
        [
            new LotQuestion { Code = "Q1", CriterionCode = "Q1", Text = "How will children be cared for?", Kind = QuestionKind.Text, MaxWords = 1000 },
            new LotQuestion { Code = "Q2", CriterionCode = "Q2", Text = "How are staff chosen and trained?", Kind = QuestionKind.Text, MaxWords = 500 },
        ]);
        lot.PriceBy([new PriceLine { Code = "core", Title = "Core weekly price", Unit = "week", Ceiling = new Money(9000m) }], new PriceMethodChoice { AssessedLine = "core" });
        lot.Require(
            [new RequiredDocument { Code = "insurance", Title = "Insurance certificate", Required = false }],
            [new Declaration { Code = "D1", Text = "The prices include every cost of the specification." }]);
    }
}
