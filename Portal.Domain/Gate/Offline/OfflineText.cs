using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Offline;

/// <summary>What a card would say at a moment: the rules in force as steps, and who is on duty in the days to come.</summary>
public sealed record OfflineText(string RuleSet, IReadOnlyList<string> Steps, IReadOnlyList<string> Numbers)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public static async Task<OfflineText> Of(PortalDb db, OrganisationId authority, DateTimeOffset now, CancellationToken cancel)
    {
        GateRules rules = await db.GateRulesOn(LondonTime.DateOf(now), cancel);
        DateTimeOffset until = now + Ahead;
        OrganisationId? parent = await db.Organisations.Where(o => o.Id == authority).Select(o => o.Parent).SingleOrDefaultAsync(cancel);
        List<DutyTurn> turns = await db.DutyTurns.AsNoTracking()
            .Where(t => (t.Organisation == authority || t.Organisation == parent) && t.CancelledAt == null && t.To > now && t.From < until)
            .OrderBy(t => t.From).ThenBy(t => t.Office).ToListAsync(cancel);
        return new OfflineText(rules.Version, StepsOf(rules.Terms), [.. turns.Select(Line)]);
    }

    private static string Line(DutyTurn turn) => $"{Office(turn.Office)}: {turn.PersonName}, {turn.Telephone} ({When(turn.From)} to {When(turn.To)})";

    private static string When(DateTimeOffset at) => LondonTime.Local(at).ToString("ddd d MMM, HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private static string Office(Role office) => office switch
    {
        Role.RccCommissioner => "Co-operative’s duty commissioner",
        Role.QaLead => "Co-operative’s quality lead",
        Role.NominatedOfficer => "Nominated officer",
        Role.HeadOfService => "Head of service",
        _ => office.ToString(),
    };

    private static string[] StepsOf(GateTerms terms) =>
    [
        $"A child needed within {terms.NeededWithinHours} hours: place the child in a registered home. Look at the regulator’s register and note the home’s URN and the time. Price and paperwork come afterwards.",
        "Never newly place a child in a home whose registration is not active, nor a child under 16 in supported accommodation. If nothing registered is free, ring the director: a record of necessity, never an approval.",
        "A home judged inadequate or stopped by quality: only if nothing else registered is free tonight, and only after the director says yes by telephone. Write down the words and the time.",
        "A home outside the authority: ring the nominated officer (adjoining) or the director (farther) before the child moves.",
        "Agree the price of the night with the home in writing. Nights provided are always paid; the co-operative claims back what the home’s framework price does not allow.",
        "A planned placement waits until the portal is back.",
        $"When the portal is back: record the emergency, say when it was decided, and enter the telephone approvals. It is marked as entered afterwards. The co-operative reviews it by working day {terms.ReviewWorkingDay}; ratification is due by working day {terms.RatifyWorkingDay}, the legal ground by working day {terms.LegalGroundWorkingDay}.",
    ];
}
