using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>Openers change after publication too: one leaves, another takes the place, and the shares are dealt anew (D1-03).</content>
public sealed partial class Tender
{
    private static readonly TenderStage[] StagesWithOpenings =
        [TenderStage.Requesting, TenderStage.Shortlisting, TenderStage.Open, TenderStage.Closed, TenderStage.Opened, TenderStage.Negotiating, TenderStage.Qualifying, TenderStage.Scoring, TenderStage.Moderating, TenderStage.Pricing];

    /// <summary>An opening is still to come, so who opens can still change.</summary>
    public bool AwaitsAnOpening => StagesWithOpenings.Contains(Stage);

    /// <summary>Names another opener in the place of one who leaves, for a reason that stands in the log. Whoever leaves opens nothing from now on.</summary>
    public void ReplaceOpener(PersonId leaver, PersonId person, string name, string reason, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocksReplacing(leaver, person, name)]);
        string why = Wanted(reason, 500, "Reason", "why the opener is replaced");
        team.RemoveAll(m => m.Person == leaver && m.Part == TeamPart.Opener);
        team.Add(new TeamMember(Id, person, name, TeamPart.Opener));
        Happened("tender.openerReplaced", Subject, new { leaver, person, reason = why, at = now });
    }

    private IEnumerable<Reason> WhatBlocksReplacing(PersonId leaver, PersonId person, string name)
    {
        if (!AwaitsAnOpening)
        {
            yield return new Reason("WRONG_STAGE", Stage == TenderStage.Drafting ? "Choose the openers in the draft." : "Everything has been opened, so there is nobody to replace.", "D1-03");
        }
        else if (!IsMember(leaver, TeamPart.Opener))
        {
            yield return new Reason("NOT_AN_OPENER", "Choose one of the named openers.", "D1-03", "Leaver");
        }

        if (IsMember(person, TeamPart.Opener))
        {
            yield return new Reason("OWN_PART", $"{name} is named to open already.", "D1-03", "Person");
        }

        foreach (Reason clash in TeamRules.Clashes([.. team.Select(m => (m.Person, m.Name, m.Part)), (person, name, TeamPart.Opener)]))
        {
            yield return clash with { Field = "Person" };
        }
    }
}
