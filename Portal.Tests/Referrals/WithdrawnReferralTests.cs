using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Tests.Workflows.Procedures;
using Portal.Workflows.Engine;

namespace Portal.Tests.Referrals;

/// <summary>Referrals and offers are withdrawn with a reason; a home is offered once at a time, and not by one that the region has suspended.</summary>
public sealed class WithdrawnReferralTests : IAsyncLifetime
{
    private readonly GateMarket market = new();
    private Actor officer = null!;
    private Actor provider = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        provider = await market.App.Someone(market.Provider, Role.ProviderBidder);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_referral_that_nobody_needs_is_withdrawn_and_whoever_was_asked_need_not_answer()
    {
        Referral referral = await Sent();
        await market.App.Pump();
        HttpClient browser = await market.App.SignedInAs(officer);
        string page = $"/referrals/{referral.Ref}";

        HttpResponseMessage empty = await browser.PostForm(page, page + "/withdrawal", [("Gone.Reason", " ")]);
        HttpResponseMessage withdrawn = await browser.PostForm(page, page + "/withdrawal", [("Gone.Reason", "The child stays with an aunt.")]);
        HttpResponseMessage twice = await browser.PostForm(page, page + "/withdrawal", [("Gone.Reason", "Again.")]);
        await market.App.Pump();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (empty.StatusCode, withdrawn.StatusCode, twice.StatusCode));
        Assert.Equal(InstanceState.EndedEarly, await market.App.StateOf("FurtherCompetition", $"referral/{referral.Ref}"));
        HttpClient asked = await market.App.SignedInAs(provider);
        Assert.Contains("The council has withdrawn this referral", PostForms.Words(await asked.Page(page + "/answer")), StringComparison.Ordinal);
        Assert.DoesNotContain($"Answer referral {referral.Ref}", PostForms.Words(await asked.Page("/today")), StringComparison.Ordinal);
        Assert.Contains("Withdrawn", PostForms.Words(await asked.Page("/referrals/inbox")), StringComparison.Ordinal);
        Assert.Equal([$"Referral {referral.Ref} is withdrawn"], await market.App.WithDb(db => db.Messages.Where(m => m.Organisation == market.Provider && m.ReadAt == null).Select(m => m.Subject).ToListAsync()));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "referral.withdrawn" && e.Person == officer.Person)));
        RuleBroken late = await Assert.ThrowsAsync<RuleBroken>(() => Offered(referral));
        Assert.Equal("WINDOW_CLOSED", late.Reasons[0].Code);
        HttpClient stranger = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostForm("/referrals", page + "/withdrawal", [("Gone.Reason", "Mine.")])).StatusCode);
    }

    [Fact]
    public async Task A_home_is_offered_once_until_its_offer_is_withdrawn()
    {
        Referral referral = await Sent();
        Offer first = await Offered(referral);
        HttpClient browser = await market.App.SignedInAs(provider);
        string page = $"/referrals/{referral.Ref}/answer";

        RuleBroken twice = await Assert.ThrowsAsync<RuleBroken>(() => Offered(referral));
        Assert.DoesNotContain($"value=\"{GateMarket.Urn}\"", await browser.Page(page), StringComparison.Ordinal);
        HttpResponseMessage wordless = await browser.PostForm(page, $"{page}/offers/{first.Id.Value}/withdrawal", [("back.Reason", "")]);
        HttpResponseMessage withdrawn = await browser.PostForm(page, $"{page}/offers/{first.Id.Value}/withdrawal", [("back.Reason", "The place has gone.")]);
        Assert.Contains($"value=\"{GateMarket.Urn}\"", await browser.Page(page), StringComparison.Ordinal);
        Offer second = await Offered(referral, 6000m);

        Assert.Equal("OFFER_TWICE", twice.Reasons[0].Code);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (wordless.StatusCode, withdrawn.StatusCode));
        Assert.Equal([OfferStage.Withdrawn, OfferStage.Made], await market.App.WithDb(db => db.Offers.OrderBy(o => o.MadeAt).ThenBy(o => o.Id).Select(o => o.Stage).ToListAsync()));
        Assert.Equal(1, await market.App.MessagesTo(market.Warwickshire, Role.PlacementOfficer, $"An offer for referral {referral.Ref} is withdrawn"));
        string cards = PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/referrals/{referral.Ref}"));
        Assert.Contains("£6,000.00", cards, StringComparison.Ordinal);
        Assert.DoesNotContain("£6,100.00", cards, StringComparison.Ordinal);
        HttpClient rival = await market.App.SignedInAs(Role.ProviderBidder, await market.App.Organisation("P-200", OrganisationKind.Provider));
        Assert.Equal(HttpStatusCode.NotFound, (await rival.PostForm("/referrals/inbox", $"{page}/offers/{second.Id.Value}/withdrawal", [("back.Reason", "Mine.")])).StatusCode);
    }

    [Fact]
    public async Task A_suspended_home_makes_no_offer_to_the_region_that_suspended_it_and_an_embargoed_one_is_marked()
    {
        Referral referral = await Sent();
        Actor lead = await market.App.Someone(market.Cooperative, Role.QaLead);
        QaRestrictionId suspension = await market.App.Do((ImposeQaRestriction impose) => impose.Execute(lead, QaRestrictionKind.Suspension, GateMarket.Urn, wholeProvider: false, "Staffing.", default));

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => Offered(referral));
        await market.App.Do((LiftQaRestriction lift) => lift.Execute(lead, suspension, "Staffed again.", default));
        await market.App.Do((ImposeQaRestriction impose) => impose.Execute(lead, QaRestrictionKind.Embargo, GateMarket.Urn, wholeProvider: true, "Medicines.", default));
        await Offered(referral);

        Assert.Equal("SUSPENDED", refused.Reasons[0].Code);
        Assert.Contains("Your own co-operative has stopped new placements.", PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/referrals/{referral.Ref}")), StringComparison.Ordinal);
        Assert.Equal(3, await market.App.WithDb(db => db.Messages.CountAsync(m => m.Organisation == market.Provider && m.Link == "/frameworks/own")));
    }

    private Task<Referral> Sent() => market.App.Do((SendReferral send) => send.Execute(
        officer, new ReferralNeed { ChildReference = "C-4711", ChildAge = 14, ServiceTypes = ["residential"], Urgency = "planned", NeededBy = PortalApp.Start.AddDays(20), WindowClosesAt = PortalApp.Start.AddDays(2) }, default));

    private Task<Offer> Offered(Referral referral, decimal price = 6100m) => market.App.Do((OfferPlace offer) => offer.Execute(
        provider, referral.Ref, new OfferedPlace(GateMarket.Urn, "residential", new Money(price), "week", new DateOnly(2026, 12, 1), "Near the school.", []), default));
}
