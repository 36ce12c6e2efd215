using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>A framework re-opens: nobody is dropped, who updates or leaves says why, new ones join.</summary>
public sealed class RoundTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly DateTimeOffset Opens = FrameworkScene.Now.AddDays(10);

    private static readonly DateTimeOffset Closes = FrameworkScene.Now.AddDays(40);

    [Fact]
    public void Whoever_is_not_spoken_of_is_carried_over()
    {
        (Framework framework, FrameworkRound round) = Announced();
        Admission stays = framework.Admit("1", Id.New<OrganisationId>());
        Admission updates = framework.Admit("1", Id.New<OrganisationId>());
        Admission leaves = framework.Admit("6", Id.New<OrganisationId>());
        Admission joins = framework.Admit("6", Id.New<OrganisationId>());
        round.Open(Opens);
        round.Update(updates, "Two homes more.", Opens);
        round.LetLeave(leaves, "Closing its homes.", Opens);
        round.Close(Closes);
        round.WelcomeNew(joins, "Award of round 1.", Closes);
        round.Complete([stays, updates, leaves, joins], Closes);

        Assert.Equal((1, 1, 1, 1), (round.Count(RoundStanding.Carried), round.Count(RoundStanding.Updated), round.Count(RoundStanding.New), round.Count(RoundStanding.Left)));
        Assert.Equal(AdmissionStatus.Left, leaves.Status);
        Assert.Equal(AdmissionStatus.Admitted, stays.Status);
        Assert.Contains("framework.roundCompleted", round.Happenings.Select(h => h.Action));
    }

    [Fact]
    public void A_round_keeps_its_announced_window()
    {
        (_, FrameworkRound round) = Announced();

        Assert.Equal("TOO_EARLY", Code(() => round.Open(Opens.AddMinutes(-1))));
        round.Open(Opens);
        Assert.Equal("TOO_EARLY", Code(() => round.Close(Closes.AddMinutes(-1))));
        Assert.Equal("WRONG_STAGE", Code(() => round.Complete([], Closes)));
    }

    [Fact]
    public void A_closed_an_ended_or_a_wrongly_timed_framework_is_not_reopened()
    {
        Framework closed = FrameworkScene.Agreed();
        closed.GoLive(FrameworkScene.Now);
        closed.SetTerms(FrameworkForm.Closed, null, false);
        Framework agreed = FrameworkScene.Agreed();
        Framework live = FrameworkScene.Agreed();
        live.GoLive(FrameworkScene.Now);

        Assert.Equal("CLOSED_FORM", FrameworkRound.WhatBlocksAnnouncement(closed, (Opens, Closes), FrameworkScene.Now)[0].Code);
        Assert.Equal("FRAMEWORK_NOT_LIVE", FrameworkRound.WhatBlocksAnnouncement(agreed, (Opens, Closes), FrameworkScene.Now)[0].Code);
        Assert.Equal("WINDOW", FrameworkRound.WhatBlocksAnnouncement(live, (Closes, Opens), FrameworkScene.Now)[0].Code);
        Assert.Equal("FRAMEWORK_TERM", FrameworkRound.WhatBlocksAnnouncement(live, (Opens, Opens.AddYears(9)), FrameworkScene.Now)[0].Code);
        Assert.Empty(FrameworkRound.WhatBlocksAnnouncement(live, (Opens, Closes), FrameworkScene.Now));
    }

    [Fact]
    public async Task A_commissioner_announces_settles_and_members_are_told()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        string rounds = $"/frameworks/{doors.Ref}/rounds";

        HttpResponseMessage announced = await lead.PostForm(rounds, Window());
        string round = announced.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(rounds, Window())).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(round, round + "/stage", [("Change.To", "Open")])).StatusCode);
        Assert.Contains("re-opens", await app.WithDb(db => db.Messages.Where(m => m.Organisation == doors.Provider && m.Link == rounds).Select(m => m.Subject).SingleAsync()));
        await app.Do((MoveRound move) => MoveAfter(move, doors));

        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(round, round + "/members", [("Form.Member", $"1|{doors.Provider.Value}"), ("Form.Standing", "Updated"), ("Form.Words", "One home more.")])).StatusCode);
        Assert.Contains("One home more.", PostForms.Words(await provider.Page(round)));
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.PostForm(round, round + "/members", [("Form.Member", $"1|{doors.Provider.Value}"), ("Form.Standing", "Left"), ("Form.Words", "Bye.")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(round, round + "/members", [("Form.Standing", "Left")])).StatusCode);
        Assert.Contains("framework.memberUpdated", await doors.Log($"framework/{doors.Ref}/round/1"));
    }

    private static (string, string)[] Window() =>
    [
        ("Form.OpensAt.Day", "24"), ("Form.OpensAt.Month", "11"), ("Form.OpensAt.Year", "2026"), ("Form.OpensAt.Time", "09:00"),
        ("Form.ClosesAt.Day", "24"), ("Form.ClosesAt.Month", "12"), ("Form.ClosesAt.Year", "2026"), ("Form.ClosesAt.Time", "12:00"),
    ];

    private async Task<bool> MoveAfter(MoveRound move, FrameworkDoors doors)
    {
        app.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await move.Execute(Actor.Portal, doors.Ref, 1, RoundStage.Open, null);
        app.Clock.MoveTo(PortalApp.Start.AddDays(1).AddMinutes(5));
        return true;
    }

    private static (Framework Framework, FrameworkRound Round) Announced()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);
        return (framework, FrameworkRound.Announce(framework, 1, (Opens, Closes), null, FrameworkScene.Now));
    }

    private static string Code(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;
}
