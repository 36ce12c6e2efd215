using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Web.Mail;

namespace Portal.Tests.Organisations;

/// <summary>Vacancies, homes and the inbox.</summary>
public sealed class HomesAndMessagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_provider_states_tonights_vacancies_of_its_own_home_only()
    {
        OrganisationId provider = await app.Organisation("P-300", OrganisationKind.Provider);
        OrganisationId other = await app.Organisation("P-301", OrganisationKind.Provider);
        await app.WithDb(async db =>
        {
            db.Add(ProviderHome.Register("SC111111", provider, "Elm", "E10000031", ["residential"], 4, Judgement.Good));
            db.Add(ProviderHome.Register("SC222222", other, "Oak", "E10000031", ["residential"], 4, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        HttpClient browser = await app.SignedInAs(Role.ProviderBidder, provider);

        HttpResponseMessage stated = await browser.PostForm("/organisations/homes", "/organisations/homes/SC111111", [("occupied", "3")]);
        HttpResponseMessage tooMany = await browser.PostForm("/organisations/homes", "/organisations/homes/SC111111", [("occupied", "9")]);
        HttpResponseMessage foreign = await browser.PostForm("/organisations/homes", "/organisations/homes/SC222222", [("occupied", "1")]);

        Assert.Equal(HttpStatusCode.Redirect, stated.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, tooMany.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        ProviderHome home = await app.WithDb(db => db.ProviderHomes.SingleAsync(h => h.Urn == "SC111111"));
        Assert.Equal((3, 1, PortalApp.Start), (home.PlacesOccupied, home.PlacesVacant, home.OccupancyStatedAt));
    }

    [Fact]
    public async Task A_home_is_added_once_with_a_real_urn_and_authority()
    {
        await app.Organisation("E08000025", OrganisationKind.Authority);
        HttpClient browser = await app.SignedInAs(Role.ProviderBidder, await app.Organisation("P-302", OrganisationKind.Provider));
        (string, string)[] Fields(string urn, string authority) => [("Form.Urn", urn), ("Form.Name", "Rowan"), ("Form.HostAuthority", authority), ("Form.Places", "4"), ("Form.ServiceTypes", "residential")];

        HttpResponseMessage wrong = await browser.PostForm("/organisations/homes/add", Fields("XX1", "nowhere"));
        HttpResponseMessage added = await browser.PostForm("/organisations/homes/add", Fields("sc333333", "E08000025"));
        HttpResponseMessage again = await browser.PostForm("/organisations/homes/add", Fields("SC333333", "E08000025"));

        string refused = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("href=\"#Form-Urn\"", refused);
        Assert.Contains("href=\"#Form-HostAuthority\"", refused);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_message_reaches_those_who_hold_the_role_there_and_nobody_else()
    {
        OrganisationId cooperative = await app.Organisation();
        Actor legal = await app.Someone(cooperative, Role.Legal);
        Actor finance = await app.Someone(cooperative, Role.Finance);
        await app.Do((SendMessage send) => send.Execute(Addressee.Of(cooperative, Role.Legal), "A claim was made", "Read it today.", "/today", "claim-1"));
        await app.Do((SendMessage send) => send.Execute(Addressee.Of(cooperative, Role.Legal), "A claim was made", "Read it today.", "/today", "claim-1"));

        HttpClient theirs = await app.SignedInAs(legal);
        HttpClient others = await app.SignedInAs(finance);
        MessageId id = await app.WithDb(db => db.Messages.Where(m => m.Key == "claim-1").Select(m => m.Id).SingleAsync());

        Assert.Contains("A claim was made", await theirs.Page("/today"));
        Assert.DoesNotContain("A claim was made", await others.Page("/inbox"));
        using HttpResponseMessage foreign = await others.GetAsync(new Uri($"/inbox/{id.Value}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("Read it today.", await theirs.Page($"/inbox/{id.Value}"));
        Assert.Equal(legal.Person, await app.WithDb(db => db.Messages.Where(m => m.Id == id).Select(m => m.ReadBy).SingleAsync()));
    }

    [Fact]
    public async Task The_notice_by_mail_names_the_subject_and_never_the_text()
    {
        OrganisationId council = await app.Organisation("mail-council", OrganisationKind.Authority);
        Actor person = await app.Someone(council, Role.Director);
        await app.Do((SendMessage send) => send.Execute(Addressee.Of(person.Person), "Something waits", "the secret text", "/today"));

        await app.With(async services => await services.GetRequiredService<MessageMailer>().SendDue(CancellationToken.None));

        Message message = await app.WithDb(db => db.Messages.SingleAsync(m => m.Person == person.Person));
        Assert.Null(message.MailDueAt);
        string[] letters = [.. Directory.GetFiles(Path.Combine(app.Folder, "mail")).Select(File.ReadAllText)];
        Assert.Contains(letters, l => l.Contains("Something waits", StringComparison.Ordinal));
        Assert.DoesNotContain(letters, l => l.Contains("secret text", StringComparison.Ordinal) || l.Contains(Convert.ToBase64String("the secret text"u8), StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_that_fails_is_tried_again_later_and_given_up_after_ten_attempts()
    {
        Message message = Message.ToPerson(Id.New<PersonId>(), "s", "b", "", PortalApp.Start);
        message.MailFailed(PortalApp.Start);
        Assert.Equal(PortalApp.Start.AddMinutes(1), message.MailDueAt);
        message.MailFailed(PortalApp.Start);
        Assert.Equal(PortalApp.Start.AddMinutes(2), message.MailDueAt);

        for (int attempt = 3; attempt <= 10; attempt++)
        {
            message.MailFailed(PortalApp.Start);
        }

        Assert.Null(message.MailDueAt);
    }

    [Fact]
    public async Task The_search_box_finds_organisations_only_for_people_with_an_account()
    {
        await app.Organisation("searched-council", OrganisationKind.Authority);
        HttpClient legal = await app.SignedInAs(Role.Legal);

        using HttpResponseMessage found = await legal.GetAsync(new Uri("/search?q=searched-council", UriKind.Relative));

        Assert.Equal("/organisations/searched-council", found.Headers.Location?.ToString());
        using HttpResponseMessage loud = await legal.GetAsync(new Uri("/search?q=SEARCHED-Council", UriKind.Relative));
        Assert.Equal("/organisations/searched-council", loud.Headers.Location?.ToString());
        Assert.Contains("Nothing found", await app.Public().Page("/search?q=searched-council"));
    }
}
