using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Cases;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Evaluation;

/// <summary>A supplier is excluded only after it was asked, and for national security only with a Minister.</summary>
public sealed class ExclusionDoorTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string All = $"/tenders/{Ref}/qualification";
    private const string Cases = $"/tenders/{Ref}/cases";

    [Fact]
    [Rule("A6-03")]
    public async Task Nobody_is_excluded_who_was_not_asked()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await EvaluationScene.Post(scene.AsCommissioner, All, All + "/start");
        OrganisationId bidder = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        string page = $"{All}/{bidder.Value}";
        Assert.DoesNotContain("checked", await OutcomeOf(scene, page), StringComparison.Ordinal);

        Assert.Contains("has not been asked", await Refused(scene, page), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null,
        [
            ("Form.Kind", nameof(CaseKind.Exclusion)), ("Form.Bid", $"2/{await Alias(scene, bidder)}"), ("Form.Question", "What do you say to the conviction of your director?"),
            ("Form.AnswerBy", scene.App.Clock.GetUtcNow().AddHours(48).ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        ]);
        Assert.Contains("may make representations until", await Refused(scene, page), StringComparison.Ordinal);
        using HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder, bidder);
        await EvaluationScene.Post(provider, $"/tenders/{Ref}/asked/1", null, [("Form.Answer", "The director left five years ago")]);
        await EvaluationScene.Post(scene.AsCommissioner, page, null, Excluded("offences"));
        Assert.Contains("Excluded", PostForms.Words(await scene.AsCommissioner.Page(All)), StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A6-10")]
    public void National_security_needs_the_minister()
    {
        ParticipationFinding finding = new()
        {
            DebarmentListChecked = true,
            GroundsConsidered = "Sources",
            GroundsFound = [ExclusionGrounds.NationalSecurity],
            Representations = "Heard",
            Outcome = ParticipationOutcome.Excluded,
            Reason = "A threat",
        };

        Assert.Equal("MINISTER_UNTOLD", Assert.Single(finding.WhatIsWrong()).Code);
        Assert.Empty((finding with { Minister = "Notified 4 January 2027, agreed 8 January 2027, reference CO/27/3" }).WhatIsWrong());
    }

    private static (string, string)[] Excluded(string ground) =>
    [
        ("Form.Conditions[0].Met", "true"), ("Form.Conditions[0].Evidence", "The register, seen today"), ("Form.DebarmentListChecked", "true"), ("Form.GroundsConsidered", "The platform and the register of companies"),
        ("Form.GroundsFound", ground), ("Form.Representations", "Asked and heard in case 1"), ("Form.Outcome", "Excluded"), ("Form.Reason", "The conviction of its director"),
    ];

    private static async Task<string> Refused(EvaluationScene scene, string page)
    {
        using HttpResponseMessage answer = await scene.AsCommissioner.PostForm(page, Excluded("offences"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return PostForms.Words(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> OutcomeOf(EvaluationScene scene, string page)
    {
        string html = await scene.AsCommissioner.Page(page);
        return html[html.IndexOf("Form.Outcome", StringComparison.Ordinal)..];
    }

    private static Task<string> Alias(EvaluationScene scene, OrganisationId bidder) => scene.App.WithDb(async db =>
        (await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, (await scene.Tender()).Id)).First(b => b.Bidder == bidder && b.LotNumber == "2").Alias);
}
