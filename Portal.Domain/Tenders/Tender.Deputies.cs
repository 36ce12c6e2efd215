using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>Deputies: a commissioner or moderator who is away is stood in for, so that a tender does not wait. Openers and evaluators have none: any two openers open, and every score is one person's own (D1-03, C2-04).</content>
public sealed partial class Tender
{
    private DateOnly? lookedAtOn;

    public IReadOnlyList<TeamDeputy> Deputies { get; private set; } = [];

    /// <summary>Names a deputy for a member of the team.</summary>
    public void NameDeputy(TeamDeputy deputy, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocksDeputy(deputy, now)]);
        Deputies = [.. Deputies, deputy with { Reason = Wanted(deputy.Reason, 500, "Reason", "why somebody stands in") }];
        Happened("tender.deputyNamed", Subject, new { deputy.For, deputy.Part, deputy.Person, deputy.From, deputy.To, deputy.Reason });
    }

    /// <summary>The member is back: the deputy's last day is yesterday.</summary>
    public void EndDeputy(PersonId deputy, TeamPart part, DateTimeOffset now)
    {
        DateOnly today = LondonTime.DateOf(now);
        TeamDeputy ended = Deputies.FirstOrDefault(d => d.Person == deputy && d.Part == part && d.To >= today) ?? throw new NotFound("That deputy");
        Deputies = [.. Deputies.Select(d => d == ended ? d with { To = today.AddDays(-1) } : d)];
        Happened("tender.deputyEnded", Subject, new { ended.For, ended.Part, ended.Person, at = now });
    }

    /// <summary>Whether the person has the part, as a member or, on the day the tender is looked at, as a deputy.</summary>
    public bool HasOnTeam(PersonId person, TeamPart part) => IsMember(person, part) || StandsIn(person, part);

    public bool StandsIn(PersonId person, TeamPart part) => lookedAtOn is { } day && Deputies.Any(d => d.Person == person && d.Part == part && d.ActsOn(day));

    internal bool Knows(PersonId person) => team.Exists(m => m.Person == person) || (lookedAtOn is { } day && Deputies.Any(d => d.Person == person && d.ActsOn(day)));

    /// <summary>Deputies act on their days only, so whoever loads a tender says which day it is.</summary>
    internal Tender LookedAt(DateTimeOffset now)
    {
        lookedAtOn = LondonTime.DateOf(now);
        return this;
    }

    private IEnumerable<Reason> WhatBlocksDeputy(TeamDeputy deputy, DateTimeOffset now) => Stage is TenderStage.Signed or TenderStage.Cancelled
        ? [new Reason("ENDED", $"Tender {Ref} has ended, so nobody needs to stand in.")]
        : [.. WhatBlocksPart(deputy), .. WhatBlocksDays(deputy, LondonTime.DateOf(now)), .. WhatBlocksPerson(deputy)];

    private IEnumerable<Reason> WhatBlocksPart(TeamDeputy deputy)
    {
        if (deputy.Part is not (TeamPart.Commissioner or TeamPart.Moderator))
        {
            yield return new Reason("NO_DEPUTY", "Openers and evaluators have no deputies: any two openers open, and every score is one person’s own.", deputy.Part == TeamPart.Opener ? "D1-03" : "C2-04", "For");
        }
        else if (!IsMember(deputy.For, deputy.Part))
        {
            yield return new Reason("NOT_ON_TEAM", "Choose a member of the team whose deputy it is.", Field: "For");
        }
    }

    private IEnumerable<Reason> WhatBlocksDays(TeamDeputy deputy, DateOnly today)
    {
        if (deputy.To < deputy.From || deputy.To < today)
        {
            yield return new Reason("DEPUTY_DAYS", "The last day must not lie before the first day, nor before today.", Field: "To");
        }

        if (Deputies.Any(d => d.For == deputy.For && d.Part == deputy.Part && d.Overlaps(deputy)))
        {
            yield return new Reason("DEPUTY_TWICE", "Somebody stands in for this member on some of these days already.", Field: "From");
        }
    }

    private IEnumerable<Reason> WhatBlocksPerson(TeamDeputy deputy)
    {
        if (deputy.Part == TeamPart.Moderator && (IsMember(deputy.Person, TeamPart.Evaluator) || IsMember(deputy.Person, TeamPart.Opener)))
        {
            yield return new Reason("MODERATOR_SCORES", $"{deputy.Name} scores or opens the bids, so cannot moderate. Choose somebody else.", "C2-05", "Person");
        }

        if (IsMember(deputy.Person, deputy.Part))
        {
            yield return new Reason("OWN_PART", $"{deputy.Name} has this part already.", Field: "Person");
        }
    }

    private bool IsMember(PersonId person, TeamPart part) => team.Exists(m => m.Person == person && m.Part == part);
}
