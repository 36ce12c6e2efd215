using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Domain.Tenders.Flexible;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>The stages of a competitive flexible procedure are described on their page of the draft.</summary>
public sealed class SetStagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Stages_are_described_kept_and_taken_out_and_others_may_not()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        using HttpClient browser = await app.SignedInAs(commissioner);
        Assert.DoesNotContain("Stages: requests", await browser.Page($"/tenders/{reference}/draft"), StringComparison.Ordinal);
        await app.Do((DescribeTender describe) => describe.Execute(commissioner, reference, ATender.Basics with { Procedure = Procedure.CompetitiveFlexible }, CancellationToken.None));
        Assert.Contains("Stages: requests", await browser.Page($"/tenders/{reference}/draft"), StringComparison.Ordinal);
        string page = $"/tenders/{reference}/draft/stages";

        using HttpResponseMessage wrong = await browser.PostForm(page, Typed("E", minutes: "5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("How the night is staffed", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using HttpResponseMessage twice = await browser.PostForm(page, Typed("S"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using HttpResponseMessage kept = await browser.PostForm(page, Typed("E"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        FlexiblePlan plan = (await app.Tender(reference)).Plan!;
        Assert.Equal((4, 2, 45, true), (plan.MostInvited, plan.MostRounds, plan.MinutesEach, plan.OpenBook));
        Assert.Equal([("E", 60m, 5), ("S", 40m, 3)], plan.Shortlist.Select(c => (c.Code, c.Weight, c.MostPoints)));

        using HttpResponseMessage gone = await browser.PostForm(page, ("Form.Staged", "false"));
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Null((await app.Tender(reference)).Plan);
        using HttpClient evaluator = await app.SignedInAs(Role.Evaluator, commissioner.Organisation);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_page_that_blocks_publication()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        await app.Do((DescribeTender describe) => describe.Execute(commissioner, reference, ATender.Basics with { Procedure = Procedure.CompetitiveFlexible }, CancellationToken.None));
        using HttpClient browser = await app.SignedInAs(commissioner);

        Assert.Contains("Describe the stages of the procedure", PostForms.Words(await browser.Page($"/tenders/{reference}/publish")), StringComparison.Ordinal);
    }

    private static (string, string)[] Typed(string firstCode, string minutes = "45") =>
    [
        ("Form.Staged", "true"), ("Form.Description", "Requests, then a shortlist, then tenders, talks and final tenders."), ("Form.MostInvited", "4"), ("Form.MostRounds", "2"), ("Form.MinutesEach", minutes),
        ("Form.Negotiable", "How the night is staffed"), ("Form.OpenBook", "true"), ("Form.More", "false"),
        ("Form.Rows[0].Code", firstCode), ("Form.Rows[0].Title", "Experience"), ("Form.Rows[0].Weight", "60"), ("Form.Rows[0].MostPoints", "5"),
        ("Form.Rows[1].Code", "S"), ("Form.Rows[1].Title", "Standing"), ("Form.Rows[1].Weight", "40"), ("Form.Rows[1].MostPoints", "3"),
    ];
}
