using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Gate;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Gate;

/// <summary>The signed, dated card of what a placement officer may do while the portal cannot be reached; printed weekly.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/card")]
public sealed class OfflineCardController(PortalDb db, LogSigner signer, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("OfflineCard", await OfflineCard.Write(db, signer, Actor, clock.GetUtcNow(), cancel));

    /// <summary>The card of the day it is printed on; no other day's can be had, for rules and numbers change.</summary>
    [HttpGet("{issued}/pdf")]
    public async Task<IActionResult> Pdf(string issued, CancellationToken cancel)
    {
        OfflineCard card = await OfflineCard.Write(db, signer, Actor, clock.GetUtcNow(), cancel);
        return issued != card.Day ? throw new NotFound("A card of that day") : new PdfResult("/Gate/OfflineCardPrint.cshtml", card, $"offline-card-{card.Day}.pdf");
    }
}

/// <summary>The card's text and its signature by the portal's log key.</summary>
public sealed record OfflineCard(string Authority, DateOnly Issued, DateOnly LastDay, string RuleSet, IReadOnlyList<string> Steps, IReadOnlyList<string> Numbers, string Signature, string KeyName)
{
    // Days for which a printed card may be used: a week, so that rules and numbers on it are fresh.
    private const int GoodForDays = 7;

    /// <summary>What is signed, line by line as printed.</summary>
    public string Text => Lines(Authority, Issued, LastDay, RuleSet, Steps, Numbers);

    public static async Task<OfflineCard> Write(PortalDb db, LogSigner signer, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(now);
        GateRules rules = await db.GateRulesOn(today, cancel);
        DateTimeOffset until = now.AddDays(GoodForDays);
        OrganisationId? parent = await db.Organisations.Where(o => o.Id == actor.Organisation).Select(o => o.Parent).SingleOrDefaultAsync(cancel);
        List<DutyTurn> turns = await db.DutyTurns.AsNoTracking().Where(t => (t.Organisation == actor.Organisation || t.Organisation == parent) && t.CancelledAt == null && t.To > now && t.From < until).OrderBy(t => t.From).ToListAsync(cancel);
        string[] numbers = [.. turns.Select(t => $"{GovWords.Of(t.Office)}: {t.PersonName}, {t.Telephone} ({London.Short(t.From)} to {London.Short(t.To)})")];
        IReadOnlyList<string> steps = StepsOf(rules.Terms);
        string text = Lines(actor.OrganisationName, today, today.AddDays(GoodForDays - 1), rules.Version, steps, numbers);
        return new OfflineCard(actor.OrganisationName, today, today.AddDays(GoodForDays - 1), rules.Version, steps, numbers, Convert.ToBase64String(signer.Sign(Encoding.UTF8.GetBytes(text))), signer.Key.Name);
    }

    public string Day => Issued.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    private static string Lines(string authority, DateOnly issued, DateOnly lastDay, string ruleSet, IReadOnlyList<string> steps, IReadOnlyList<string> numbers) =>
        string.Join('\n', [authority, $"{issued:yyyy-MM-dd} to {lastDay:yyyy-MM-dd}", ruleSet, .. steps, .. numbers]);

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
