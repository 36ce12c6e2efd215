using Portal.Domain.Gate.Asking;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The first part of the decision table, in its order: whether the gate applies at all, and what the child's safety and the law demand before any price.</summary>
internal static class SafetyRows
{
    public static IReadOnlyList<Row> InOrder { get; } =
    [
        new("G0", "ADULT", Outcome.OutOfScope, s => s.Child.Age >= 18)
        {
            When = "The person is 18 or older.",
            Text = "The person is an adult on the day of the placement, so the gate does not apply.",
            NextStep = "Use the authority's adult or leaving-care arrangements; ring the leaving-care duty officer.",
        },
        new("B0", "NOT_PROCUREMENT", Outcome.OutOfScope, s => s.Option.Kind is OptionKind.Kinship or OptionKind.Secure or OptionKind.YouthDetention)
        {
            When = "The option is kinship care, secure accommodation or youth detention accommodation.",
            Text = "This placement is not a purchase from a provider. It is recorded and goes ahead by its own rules.",
            NextStep = "Go on with the placement; ring the national secure welfare hub for a secure bed, or the kinship team.",
        },
        new("S1", "NECESSITY", Outcome.NecessityRecord, IsNecessity)
        {
            When = "Only an unregistered place is available, the child does not live there yet, the place is not registered (or the child is under 16 and it is supported accommodation), and the child is needed within 24 hours or a court is involved.",
            Text = "No registered place is available for a child who must be somewhere tonight. This is a record of necessity, never an approval of the place.",
            NextStep = "Ring the duty director now: the director decides in person, gives the court's reference, tells the regulator within 24 hours, looks at the child's safety every day and has a plan to register the place or move the child.",
            Approvals = _ => [Asks.DirectorPlacement],
            FollowUps = Duties.OfNecessity,
        },
        new("A2", "UNLAWFUL_U16", Outcome.Block, s => s.Under16InSupportedAccommodation)
        {
            When = "The child is under 16 and the option is supported accommodation.",
            Text = "A child under 16 may not be placed in supported accommodation (Care Planning Regulations as amended in 2021). No approval lifts this.",
            NextStep = "Choose a children's home or foster home; ring the co-operative's duty commissioner for places tonight.",
        },
        new("A1", "UNREGISTERED", Outcome.Block, s => s.Newcomer && !s.Registered)
        {
            When = "The child does not live there yet and the home is not registered.",
            Text = "The home's registration is not active, so no child may be newly placed there.",
            NextStep = "Choose a registered home. If none is available and the child is needed within 24 hours or by a court's order, ring the duty director about a record of necessity.",
        },
        new("A1b", "UNREGISTERED", Outcome.NecessityRecord, s => s.Resident && !s.Registered)
        {
            When = "The child lives there and the home is not registered.",
            Text = "The child lives in a home whose registration is not active. Payment continues while the child is there.",
            NextStep = "Ring the duty director: a plan to move the child or register the home is due within 24 hours.",
            Approvals = _ => [Asks.DirectorPlacement],
            FollowUps = s => [Duties.Within24Hours(s, Duty.MovePlan)],
        },
        new("B3", "STATUTORY_NAMED", Outcome.Allow, IsNamedSchool)
        {
            When = "The child's plan names the school, and the service is a special school or residential education.",
            Text = "The school is named in the child's plan or by the Tribunal and must be secured (Children and Families Act 2014, ss.39 to 43).",
            NextStep = "Go on with the placement; ask the plan's coordinator for an early review where a flag is shown.",
            Flags = NamedSchoolFlags,
        },
        new("A5", "CAPACITY", Outcome.Block, s => s.Newcomer && (s.PlacesShort || !s.Option.WithinStatementOfPurpose))
        {
            When = "The child does not live there yet, and the home has too few places or the child is outside its statement of purpose.",
            CodeOf = s => s.PlacesShort ? "CAPACITY" : "PURPOSE",
            Text = "The home has no registered place for this child, or its statement of purpose does not cover the child.",
            NextStep = "Choose another home; ring the home's manager if its vacancies are shown wrongly.",
        },
        new("S2", "LAST_RESORT", Outcome.Pending, IsLastResort)
        {
            When = "Only poor registered places are available, the child is needed within 24 hours and does not live there yet, no restriction notice is in force, and the home is inadequate, embargoed by the own co-operative or excluded.",
            Text = "A registered but poor place is the only one tonight. It is allowed as an emergency as soon as the director approves.",
            NextStep = "Ring the duty director now for the quality approval (and duty legal if the provider is excluded); review within 24 hours.",
            Approvals = s => s.Option.Excluded ? [Asks.DirectorQuality, Asks.LegalGround] : [Asks.DirectorQuality],
            FollowUps = s => [.. Duties.OfEmergency(s), Duties.Within24Hours(s, Duty.QualityReview)],
            Lapses = true,
        },
        new("A3", "QA_STOP", Outcome.Block, s => s.Newcomer && s.Stop)
        {
            When = "The child does not live there yet, and the home is inadequate, under a restriction notice or embargoed by the own co-operative.",
            Text = "Quality assurance stops new placements in this home.",
            NextStep = "Choose another home; ring the co-operative's quality lead to learn when the stop may be lifted.",
        },
        new("A6", "EXCLUDED", Outcome.Block, s => s.Newcomer && s.Option.Excluded)
        {
            When = "The child does not live there yet and the provider is excluded.",
            Text = "The provider is excluded from procurement.",
            NextStep = "Choose another provider; ring duty legal if you think the exclusion has ended.",
        },
        new("A3b", "QA_STOP", Outcome.AllowWithApproval, s => s.Resident && s.Stop)
        {
            When = "The child lives there, and the home is inadequate, under a restriction notice or embargoed by the own co-operative.",
            Text = "Quality assurance stops new placements in this home, but this child already lives there.",
            NextStep = "Ring the director and the quality lead: both decide whether staying is better for the child than moving.",
            Approvals = _ => [Asks.DirectorQuality, Asks.QualityLead],
        },
    ];

    private static bool IsNamedSchool(Situation s) =>
        s.Child.SchoolNamedByPlan && (s.Facts.Need.ServiceType is ServicesNamed.SpecialSchool or ServicesNamed.ResidentialEducation);

    private static bool IsNecessity(Situation s) =>
        s.Facts.OnlyUnregisteredAvailable
        && s.Newcomer
        && (!s.Registered || s.Under16InSupportedAccommodation)
        && (s.Needed24 || s.Child.CourtReference is not null);

    private static bool IsLastResort(Situation s) =>
        s.Facts.OnlyPoorRegisteredAvailable
        && s.Needed24
        && s.Newcomer
        && !s.Option.Restriction
        && (s.Option.Judgement == Judgement.Inadequate || s.OwnEmbargo || s.Option.Excluded);

    private static IEnumerable<string> NamedSchoolFlags(Situation s)
    {
        if (s.Stop)
        {
            yield return Flag.QaStop;
        }

        if (s.PlacesShort)
        {
            yield return Flag.Capacity;
        }

        if (s.Above)
        {
            yield return Flag.PriceAboveRegister;
        }
    }
}
