using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>The gate's rules bind a lot only after a recorded sufficiency check.</summary>
public sealed class SufficiencyTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public void A_lot_without_a_usable_home_never_suffices_and_an_insufficient_one_does_not_bind()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.Lot("1").Unbind();
        Actor by = new(Id.New<PersonId>(), "C. Ommissioner", default, "", new HashSet<Role>());

        RuleBroken refused = Assert.Throws<RuleBroken>(() => SufficiencyCheck.Record(framework, "6", new LotSupply(0, 0, 0, 0), true, "It will do.", by, FrameworkScene.Now));
        SufficiencyCheck.Record(framework, "1", new LotSupply(2, 3, 12, 2), true, "Enough.", by, FrameworkScene.Now);
        Assert.Equal(FrameworkScene.Today, framework.Lot("1").BindsFrom);
        SufficiencyCheck.Record(framework, "1", new LotSupply(1, 1, 4, 0), false, "Two homes closed.", by, FrameworkScene.Now);

        Assert.Equal("NO_HOMES", refused.Reasons[0].Code);
        Assert.Null(framework.Lot("1").BindsFrom);
    }

    [Fact]
    public async Task Until_a_check_is_recorded_nobody_is_held_to_search_the_lot_and_its_homes_are_used_on_terms()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        Actor officer = await app.Someone(doors.Lead, Role.PlacementOfficer);
        string page = $"/frameworks/{doors.Ref}/sufficiency";

        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, ("Form.Lot", "1"), ("Form.Sufficient", "false"), ("Form.Words", "One home is not enough."))).StatusCode);
        string[] unbound = await Rules(officer, null);
        string[] onTerms = await Rules(officer, doors.Urn);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, ("Form.Lot", "1"), ("Form.Sufficient", "true"), ("Form.Words", "Two homes joined."))).StatusCode);
        string[] bound = await Rules(officer, null);

        Assert.DoesNotContain("D3", unbound);
        Assert.Equal("C1", onTerms[0]);
        Assert.Contains("D3", bound);
        Assert.Contains("Two homes joined.", PostForms.Words(await lead.Page(page)));
        Assert.Equal(["framework.sufficiencyChecked", "framework.sufficiencyChecked"], (await doors.Log($"framework/{doors.Ref}")).Where(a => a == "framework.sufficiencyChecked"));
        HttpClient stranger = await doors.As(Role.Commissioner, doors.Stranger);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostForm(page, ("Form.Lot", "1"), ("Form.Sufficient", "true"), ("Form.Words", "Fine."))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(page, ("Form.Lot", "1"), ("Form.Sufficient", "true"), ("Form.Words", ""))).StatusCode);
    }

    private async Task<string[]> Rules(Actor officer, string? urn)
    {
        GateDecision decision = await app.Do((RecordDecision record) => record.Execute(
            officer, new AskedOption { ChildAge = 14, ServiceType = "residential", Urgency = Urgency.Planned, NeededBy = PortalApp.Start.AddDays(20), HomeUrn = urn, Price = new Money(6100m) }, null, default));
        return [.. decision.Answer.Reasons.Select(r => r.Rule)];
    }
}
