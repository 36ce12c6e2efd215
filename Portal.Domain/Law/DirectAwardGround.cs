using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>One limb of a ground: something that must be true by itself, and that is evidenced by itself.</summary>
/// <param name="Code">Its stable name within the ground: <c>unforeseeable</c>.</param>
public sealed record GroundLimb(string Code, string Asks, string Rule, string Section)
{
    /// <summary>Answered by legal, not by whoever puts the case forward.</summary>
    public bool ByLegal => Code == DirectAwardGround.LegalAnswer;
}

/// <summary>A ground on which a contract may be awarded without a competition (A1-13, A9-01, A9-02; s.41 and Schedule 5, s.42), or after one that brought no suitable tender (A9-08, s.43).</summary>
/// <param name="Code">Where the Act says it: <c>schedule/5/paragraph/13</c>.</param>
/// <param name="Route">What standstill and notices make of it (A9-06, A10-08).</param>
public sealed record DirectAwardGround(string Code, string Title, AwardRoute Route, string Rule, IReadOnlyList<GroundLimb> Limbs)
{
    /// <summary>A competition brought no tender, or no suitable one (s.43).</summary>
    public const string Switch = "section/43";

    /// <summary>The limb that legal answers before a competition is left (A9-08).</summary>
    public const string LegalAnswer = "legal-answer";

    /// <summary>Paragraphs 15 to 17 of Schedule 5.</summary>
    public const string UserChoice = "schedule/5/paragraph/15";

    // Asked whatever the ground is.
    private static readonly GroundLimb[] Always =
    [
        new("exclusion", "The supplier was checked for every exclusion ground, and what was found", "A9-01", "s.41(2), s.57"),
        new("core-information", "The supplier is registered on the central digital platform and has shared its core information", "A3-09", "Regulations 6 to 8"),
    ];

    /// <summary>Every ground, in the order of the Act.</summary>
    public static IReadOnlyList<DirectAwardGround> Held { get; } =
    [
        Of(2, "Prototypes and development (Schedule 5 paragraphs 2-3)", new GroundLimb("prototype", "A prototype is made, or something novel is supplied, to test, research or develop it", "A9-02", "Sch 5 para 2")),
        Of(4, "A unique work of art or artistic performance (paragraph 4)", new GroundLimb("unique", "The work or the performance is unique", "A9-02", "Sch 5 para 4")),
        Of(5, "Intellectual property or other exclusive rights (paragraph 5)", new GroundLimb("right", "The supplier holds a right that keeps everybody else from supplying this", "A9-02", "Sch 5 para 5"), Alternatives("Sch 5 para 5")),
        Of(6, "No competition for technical reasons and no reasonable alternative (paragraph 6)", new GroundLimb("technical", "For technical reasons there is no competition: only this supplier can supply it", "A9-02", "Sch 5 para 6"), Alternatives("Sch 5 para 6")),
        Of(
            7,
            "Additional or replacement supplies that must be compatible (paragraph 7)",
            new GroundLimb("existing", "It extends or partly replaces what this supplier supplies already", "A9-02", "Sch 5 para 7"),
            new GroundLimb("incompatible", "Another supplier’s would be different or incompatible", "A9-02", "Sch 5 para 7"),
            new GroundLimb("difficulty", "The difference would bring disproportionate technical difficulty", "A9-02", "Sch 5 para 7")),
        Of(
            8,
            "Repetition within five years, foreseen in the first notice (paragraph 8)",
            new GroundLimb("similar", "It is similar to what this supplier was awarded after a competition", "A9-02", "Sch 5 para 8"),
            new GroundLimb("five-years", "That contract was awarded within the last five years", "A9-02", "Sch 5 para 8"),
            new GroundLimb("foreseen", "Its tender notice or tender documents said that this ground might be used", "A9-02", "Sch 5 para 8")),
        Of(10, "Purchase on a commodity market (paragraph 10)", new GroundLimb("market", "The goods are bought on a commodity market", "A9-02", "Sch 5 para 10")),
        Of(11, "Advantageous terms on insolvency (paragraphs 11-12)", new GroundLimb("insolvency", "Insolvency proceedings of the supplier are under way", "A9-02", "Sch 5 paras 11-12"), new GroundLimb("terms", "That makes the terms particularly advantageous", "A9-02", "Sch 5 para 11")),
        new("schedule/5/paragraph/13", "Extreme and unavoidable urgency (paragraphs 13-14)", AwardRoute.UrgentDirectAward, "A9-03", [.. Urgency(), .. Always]),
        new(UserChoice, "User choice: light touch services for one person (paragraphs 15-17)", AwardRoute.UserChoiceDirectAward, "A9-04", [.. Choice(), .. Always]),
        Of(18, "Defence and security (paragraphs 18-20)", new GroundLimb("defence", "The conditions of the paragraph relied on are met, each of them", "A9-02", "Sch 5 paras 18-20")),
        new("section/42", "Protecting life, public order or safety, by regulations (s.42)", AwardRoute.RegulationsToProtectLife, "A9-02", [new GroundLimb("regulations", "Regulations under section 42 are in force and cover this purchase", "A9-02", "s.42"), .. Always]),
        new(
            Switch,
            "A competition brought no tender or no suitable tender (s.43)",
            AwardRoute.DirectAward,
            "A9-08",
            [
                new GroundLimb("none-suitable", "No tender came, or each that came is not suitable, and why (conditions, exclusion, criteria, price, procedure, collusion)", "A9-08", "s.43(1)-(2)"),
                new GroundLimb("not-possible", "An award by that competition was considered and is not possible", "A9-08", "s.43(1)"),
                new GroundLimb(LegalAnswer, "Legal has looked at every tender that came and answers whether section 43 applies", "A9-08", "s.43"),
                .. Always,
            ]),
    ];

    /// <summary>Whether UK5, UK6, UK7 and UK11 are owed; a user-choice award has none of them (A9-06; s.44, 50, 53, 80).</summary>
    public bool OwesNotices => Route != AwardRoute.UserChoiceDirectAward;

    /// <summary>The ground of that code, or <see cref="RuleBroken"/>: a contract is awarded directly on a ground of the Act or not at all (A1-13).</summary>
    public static DirectAwardGround Coded(string? code) =>
        Held.FirstOrDefault(ground => ground.Code == code) ?? throw new RuleBroken("GROUND", "Choose the ground of the Act on which the contract may be awarded directly.", "A9-01", "Ground");

    private static DirectAwardGround Of(int paragraph, string title, params GroundLimb[] limbs) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"schedule/5/paragraph/{paragraph}"), title, AwardRoute.DirectAward, "A9-02", [.. limbs, .. Always]);

    private static GroundLimb Alternatives(string section) => new("alternatives", "There is no reasonable alternative", "A9-02", section);

    private static GroundLimb[] Urgency() =>
    [
        new("urgent", "The urgency is extreme and unavoidable", "A9-03", "Sch 5 para 13"),
        new("necessary", "This award is strictly necessary, and only as much and as long as bridges the gap", "A9-03", "Sch 5 para 13"),
        new("no-time", "A competition, however short, would come too late", "A9-03", "Sch 5 para 13"),
        new("not-our-doing", "The urgency is not attributable to the authority", "A9-03", "Sch 5 para 14"),
        new("unforeseeable", "The urgency could not be foreseen", "A9-03", "Sch 5 para 14"),
    ];

    private static GroundLimb[] Choice() =>
    [
        new("individual", "The services are supplied for one particular person (never give a name here; the case reference is enough)", "A9-04", "Sch 5 para 15"),
        new("enactment", "An enactment requires regard to the views of that person, or of a carer, on who supplies: which, and why it applies", "A9-04", "Sch 5 para 16"),
        new("preference", "A preference for this supplier was expressed, or only this supplier is capable", "A9-04", "Sch 5 para 17"),
        new("best-interests", "A competition would not be in that person’s best interests", "A9-04", "Sch 5 para 17"),
    ];
}
