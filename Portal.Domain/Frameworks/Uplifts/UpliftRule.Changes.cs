using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <content>How the rule changes: one person proposes what the parties agreed, another agrees that it is so, and only then does it hold from its day.</content>
public sealed partial class UpliftRule
{
    /// <summary>The change that waits for a second person; null when none does.</summary>
    public ProposedRule? Proposal { get; private set; }

    /// <summary>Proposes that from a day to come another rule holds, as the parties varied the agreement. Nothing is changed backwards, and uplifts asked before keep the rule that they were asked under.</summary>
    public void Propose(Actor by, UpliftTerms terms, UpliftVariation variation, DateTimeOffset now)
    {
        Given.Reason(variation.Reason);
        string agreed = Words(variation.Agreed, "Variation", "the number and the day of the variation or deed that was agreed");
        if (Proposal is { } waiting)
        {
            throw new RuleBroken("RULE_PROPOSED", $"A change that {waiting.ByName} proposed waits for a second person. It is agreed or refused first.");
        }

        UpliftVariation given = variation with { Reason = variation.Reason.Trim(), Agreed = agreed };
        RuleBroken.If([.. WhatBlocks(terms, given, LondonTime.DateOf(now))]);
        Proposal = new ProposedRule(terms, given, by.Person, by.Name, now);
        Happened("framework.upliftRuleProposed", Subject, new { terms, given.From, given.Reason, given.Agreed, given.ChangeNotice });
    }

    /// <summary>A second person agrees that the parties varied the agreement so; what has come to stand against it since it was proposed still does.</summary>
    public UpliftChange Agree(Actor by, DateTimeOffset now)
    {
        ProposedRule proposed = MustBeProposed();
        if (by.Person == proposed.By)
        {
            throw new RuleBroken("OWN_REQUEST", "You proposed this change. Another person who runs the framework reads the variation and agrees it.");
        }

        DateOnly today = LondonTime.DateOf(now);
        RuleBroken.If([.. WhatBlocks(proposed.Terms, proposed.Variation, today)]);
        UpliftVariation variation = proposed.Variation;
        var change = new UpliftChange(proposed.Terms, variation.From, variation.Reason, proposed.ByName, proposed.At, variation.Agreed) { AgreedByName = by.Name, AgreedAt = now, ChangeNotice = variation.ChangeNotice };
        UpliftTerms before = TermsOn(today);
        Changes = [.. Changes, change];
        Proposal = null;
        Happened("framework.upliftRuleChanged", Subject, new { before, change.Terms, change.From, change.Reason, change.Variation, change.ChangeNotice, proposedBy = proposed.By, agreedBy = by.Person });
        return change;
    }

    /// <summary>The change is not made: whoever proposed it takes it back, or another says no; the reason stays in the log.</summary>
    public void Refuse(Actor by, string reason)
    {
        ProposedRule proposed = MustBeProposed();
        Given.Reason(reason);
        Proposal = null;
        Happened("framework.upliftRuleRefused", Subject, new { proposed.Terms, proposed.Variation.From, proposedBy = proposed.By, refusedBy = by.Person, reason = reason.Trim() });
    }

    /// <summary>What stands against a change today; empty when all is well.</summary>
    private IEnumerable<Reason> WhatBlocks(UpliftTerms terms, UpliftVariation variation, DateOnly today)
    {
        foreach (Reason wrong in terms.WhatIsWrong())
        {
            yield return wrong;
        }

        if (variation.From <= today)
        {
            yield return new Reason("RULE_BACKDATED", "A rule changes from tomorrow at the earliest; nothing that was asked before is judged by it.", "care-sector §1.3", "From");
        }
        else if (Changes.Count > 0 && Changes[^1].From > variation.From)
        {
            yield return new Reason("RULE_ORDER", $"A change from {LondonTime.Day(Changes[^1].From)} is recorded already. The next takes effect on that day in its place, or after it.", Field: "From");
        }
        else if (TermsOn(variation.From) == terms)
        {
            yield return new Reason("RULE_SAME", "That is the rule already. Change something, or leave it.", Field: "Index");
        }

        // What it adds to the contract's value nobody can say here: the ground of section 74 is weighed and published with the notice (s.75), and the rule follows it.
        if (variation.Regime == Regime.Full && variation.ChangeNotice is null && terms.AllowsMoreThan(TermsOn(variation.From.AddDays(-1))))
        {
            yield return new Reason("RISE_UNWEIGHED", $"Under the full regime a change of the uplift rule that lets prices rise further is weighed as a modification first (section 74): prepare and publish a UK10 contract change notice about the whole framework that takes effect by {LondonTime.Day(variation.From)}, then propose the change again.", "A11-07", "CapPercent");
        }
    }

    private ProposedRule MustBeProposed() =>
        Proposal ?? throw new RuleBroken("NOTHING_PROPOSED", "No change of the rule waits any more: somebody has agreed or refused it. Read what holds now.");
}
