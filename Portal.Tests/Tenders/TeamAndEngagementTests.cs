using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Deputies on their days, market engagement on record, versions of the conflicts assessment.</summary>
public sealed class TeamAndEngagementTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Actor commissioner = ATender.Commissioner(Id.New<OrganisationId>());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TeamPart.Opener, 0, 5, "NO_DEPUTY")]
    [InlineData(TeamPart.Evaluator, 0, 5, "NO_DEPUTY")]
    [InlineData(TeamPart.Moderator, 5, 4, "DEPUTY_DAYS")]
    [InlineData(TeamPart.Moderator, -5, -1, "DEPUTY_DAYS")]
    [InlineData(TeamPart.Commissioner, 0, 5, "NOT_ON_TEAM")]
    public void A_deputy_stands_in_for_a_moderator_or_commissioner_on_days_that_can_be(TeamPart part, int from, int to, string code)
    {
        Tender tender = ATender.Published(commissioner);
        TeamMember member = tender.Team.FirstOrDefault(m => m.Part == part) ?? tender.Team[0];

        RuleBroken refused = Assert.Throws<RuleBroken>(() => tender.NameDeputy(Stands(member.Person, part, Id.New<PersonId>(), from, to), ATender.Now));

        Assert.Equal(code, Assert.Single(refused.Reasons).Code);
    }

    [Fact]
    public void Who_scores_cannot_stand_in_for_the_moderator_and_nobody_has_two_deputies_at_once()
    {
        Tender tender = ATender.Published(commissioner);
        PersonId moderator = tender.Team.First(m => m.Part == TeamPart.Moderator).Person;
        PersonId evaluator = tender.Team.First(m => m.Part == TeamPart.Evaluator).Person;

        Assert.Equal("C2-05", Assert.Throws<RuleBroken>(() => tender.NameDeputy(Stands(moderator, TeamPart.Moderator, evaluator, 0, 3), ATender.Now)).Reasons[0].Rule);
        tender.NameDeputy(Stands(moderator, TeamPart.Moderator, Id.New<PersonId>(), 0, 3), ATender.Now);
        Assert.Equal("DEPUTY_TWICE", Assert.Throws<RuleBroken>(() => tender.NameDeputy(Stands(moderator, TeamPart.Moderator, Id.New<PersonId>(), 3, 9), ATender.Now)).Reasons[0].Code);
    }

    [Fact]
    public async Task A_deputy_has_the_part_on_the_named_days_and_on_no_others()
    {
        await using PortalApp own = new();
        (Actor buyer, string reference) = await own.PublishedTender();
        Actor stand = await own.Someone(await own.Organisation("E10000031", OrganisationKind.Authority), Role.Moderator);
        await own.WithDb(async db =>
        {
            Tender tender = await db.LoadTender(buyer, reference, Stop);
            tender.NameDeputy(Stands(tender.Team.First(m => m.Part == TeamPart.Moderator).Person, TeamPart.Moderator, stand.Person, 2, 3), ATender.Now);
            await db.Save(buyer, Stop);
        });
        HttpClient browser = await own.SignedInAs(stand);
        Uri page = new($"/tenders/{reference}/team", UriKind.Relative);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page, Stop)).StatusCode);
        own.Clock.MoveTo(ATender.Now.AddDays(2));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page, Stop)).StatusCode);
        Assert.True(await own.WithDb(async db => (await db.LoadTender(stand, reference, Stop)).HasOnTeam(stand.Person, TeamPart.Moderator)));
        own.Clock.MoveTo(ATender.Now.AddDays(4));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_deputy_is_named_and_ended_on_the_page_and_both_are_told()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        Actor stand = await app.Someone(buyer.Organisation, Role.Moderator);
        HttpClient browser = await app.SignedInAs(buyer);
        PersonId moderator = (await app.Tender(reference)).Team.First(m => m.Part == TeamPart.Moderator).Person;
        string page = $"/tenders/{reference}/team";

        HttpResponseMessage named = await browser.PostForm(page, $"{page}/deputies", [("Form.For", $"Moderator/{moderator.Value}"), ("Form.Person", stand.Person.Value.ToString()), .. ApprovalFields.Date("Form.From", Today), .. ApprovalFields.Date("Form.To", Today.AddDays(7)), ("Form.Reason", "Leave")]);

        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Contains("Active", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Person == stand.Person, Stop)));
        HttpResponseMessage wrong = await browser.PostForm(page, $"{page}/deputies", [("Form.For", "x"), ("Form.Person", stand.Person.Value.ToString()), .. ApprovalFields.Date("Form.From", Today), .. ApprovalFields.Date("Form.To", Today), ("Form.Reason", "A reason to keep")]);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("A reason to keep", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await browser.PostForm(page, $"{page}/deputies/{stand.Person.Value}/Moderator/end", []);
        Assert.Equal(Today.AddDays(-1), (await app.Tender(reference)).Deputies[0].To);
        Assert.Equal(["tender.deputyNamed", "tender.deputyEnded"], (await app.Log(reference)).TakeLast(2));
        HttpClient evaluator = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Evaluator));
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.PostForm("/tenders", $"{page}/deputies", [("Form.For", "x")])).StatusCode);
    }

    [Fact]
    public async Task Each_participant_in_market_engagement_is_on_record_with_what_they_were_told_and_the_public_sees_none()
    {
        (Actor buyer, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(buyer);
        string page = $"/tenders/{reference}/draft/engagement";

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm(page, Contact("Hill House Ltd", "None"))).StatusCode);
        HttpResponseMessage unlevelled = await browser.PostForm(page, Contact("Dale Homes", "Unavoidable"));
        Assert.Equal(HttpStatusCode.Conflict, unlevelled.StatusCode);
        Assert.Contains("A3-02", await unlevelled.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(buyer, reference, Stop));

        Assert.Contains("Hill House Ltd", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("Hill House", await app.Public().Page($"/tenders/{reference}"), StringComparison.Ordinal);
        HttpResponseMessage late = await browser.PostForm("/tenders", page, Contact("Late Ltd", "None"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Hill House Ltd", Assert.Single((await app.Tender(reference)).MarketContacts).Participant);
        HttpClient evaluator = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Evaluator));
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(new Uri(page, UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Every_version_of_the_conflicts_assessment_stays_readable()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient legal = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Legal));

        await legal.PostForm($"/tenders/{reference}/draft/conflicts", ("Form.Assessment", "A member sits on a provider's board."), ("Form.Mitigation", "She takes no part."));

        string page = PostForms.Words(await legal.Page($"/tenders/{reference}/draft/conflicts"));
        Assert.Contains("Revision 2", page, StringComparison.Ordinal);
        Assert.Contains("Revision 1 by Lee Legal", page, StringComparison.Ordinal);
        Assert.Contains("All who influence the procurement were asked.", page, StringComparison.Ordinal);
    }

    private static (string, string)[] Contact(string participant, string advantage) =>
        [("Form.Participant", participant), .. ApprovalFields.Date("Form.On", new DateOnly(2026, 9, 1)), ("Form.Occasion", "Open meeting"), ("Form.Told", "The number of places and the timetable."), ("Form.Advantage", advantage)];

    private static TeamDeputy Stands(PersonId forMember, TeamPart part, PersonId person, int from, int to) =>
        new(forMember, "Moe", part, person, "Dot Deputy", Today.AddDays(from), Today.AddDays(to), "Leave");
}
