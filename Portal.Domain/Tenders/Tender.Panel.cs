using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>An evaluator leaves before the scores are moderated, and another takes the place (C2-04).</content>
public sealed partial class Tender
{
    private static readonly TenderStage[] StagesBeforeModeration =
        [TenderStage.Requesting, TenderStage.Shortlisting, TenderStage.Open, TenderStage.Closed, TenderStage.Opened, TenderStage.Negotiating, TenderStage.Qualifying, TenderStage.Scoring];

    /// <summary>Scores are still to be given, so who gives them can still change.</summary>
    public bool AwaitsScores => StagesBeforeModeration.Contains(Stage);

    /// <summary>Names one more evaluator after publication, for a reason that stands in the log.</summary>
    public void NameEvaluator(PersonId person, string name, string reason, DateTimeOffset now)
    {
        MustAwaitScores();
        if (HasOnTeam(person, TeamPart.Evaluator))
        {
            throw new RuleBroken("OWN_PART", $"{name} evaluates already.", "C2-04", "Person");
        }

        RuleBroken.If([.. TeamRules.Clashes([.. team.Select(m => (m.Person, m.Name, m.Part)), (person, name, TeamPart.Evaluator)]).Select(clash => clash with { Field = "Person" })]);
        string why = Wanted(reason, 500, "Reason", "why the evaluator is named");
        team.Add(new TeamMember(Id, person, name, TeamPart.Evaluator));
        Happened("tender.evaluatorNamed", Subject, new { person, reason = why, at = now });
    }

    /// <summary>Raises <see cref="RuleBroken"/> in the draft, and once moderation has begun.</summary>
    public void MustAwaitScores()
    {
        if (!AwaitsScores)
        {
            throw new RuleBroken("WRONG_STAGE", Stage == TenderStage.Drafting ? "Choose the evaluators in the draft." : "Moderation has begun: what each evaluator scored stands, and nobody scores any more.", "C2-04");
        }
    }
}
