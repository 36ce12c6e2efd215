using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Qualification;

/// <summary>Award criteria are refined during a competitive flexible procedure, or not (s.24).</summary>
[Rule("A4-15")]
public sealed class RefiningTests
{
    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());
    private static readonly DateTimeOffset Asked = FlexibleScene.RequestsClose.AddDays(2);
    private static readonly Amendment Change = new("Nights weigh more", "Negotiation showed that nights decide", "No: final tenders are weeks away and nobody has begun one") { MoreTime = false };
    private static readonly Refinement NobodyElse = new(false, "The shortlist was made by other criteria, experience and standing.");

    [Fact]
    public void Criteria_are_refined_when_the_notice_said_so_and_the_record_shows_before_after_and_why()
    {
        Tender tender = Shortlisting(FlexibleScene.Plan with { MayRefine = true });
        string before = tender.MethodologySha256!;
        Assert.True(tender.MayRefineCriteria(Asked));
        tender.ProposeCriteria("1", Heavier(tender), Asked);
        tender.Amend(Change with { Refinement = NobodyElse, ByName = "Casey" }, Asked);

        Amendment made = Assert.Single(tender.Amendments);
        Assert.Equal(("A4-15", NobodyElse, "Casey"), (made.Basis, made.Refinement, made.ByName));
        Assert.Contains(made.Differences, d => d.Old.Contains("60%", StringComparison.Ordinal) && d.New.Contains("50%", StringComparison.Ordinal));
        Assert.NotEqual(before, tender.MethodologySha256);
        Assert.Equal(Methodology.Sha256(tender), tender.MethodologySha256);
    }

    [Fact]
    public void Without_the_notice_saying_so_or_once_final_tenders_are_invited_criteria_stay()
    {
        Tender silent = Shortlisting(FlexibleScene.Plan);
        silent.ProposeCriteria("1", Heavier(silent), Asked);
        Assert.Equal(["CRITERIA_FIXED"], Codes(silent, NobodyElse));
        Assert.False(silent.MayRefineCriteria(Asked));

        Tender final = Shortlisting(FlexibleScene.Plan with { MayRefine = true });
        final.InviteTenders([Id.New<OrganisationId>(), Id.New<OrganisationId>()], ATender.Closes, "", Asked);
        final.Close(ATender.Closes.AddHours(1));
        final.RecordOpening(ATender.Closes.AddHours(1));
        final.StartNegotiating(ATender.Closes.AddHours(2));
        Assert.True(final.MayRefineCriteria(ATender.Closes.AddHours(3)));
        final.InviteFinalTenders(FlexibleScene.FinalCloses, "", ATender.Closes.AddDays(1));
        Assert.False(final.MayRefineCriteria(ATender.Closes.AddDays(2)));
        final.ProposeCriteria("1", Heavier(final), ATender.Closes.AddDays(2));
        Assert.Equal(["CRITERIA_FIXED"], [.. final.WhatBlocksAmendment(Change with { Refinement = NobodyElse }, ATender.Closes.AddDays(2)).Select(r => r.Code)]);
    }

    [Fact]
    public void A_refinement_that_would_have_carried_another_supplier_further_or_says_nothing_of_it_is_refused()
    {
        Tender tender = Shortlisting(FlexibleScene.Plan with { MayRefine = true });
        tender.ProposeCriteria("1", Heavier(tender), Asked);
        Assert.Equal(["REFINEMENT_UNSAID"], Codes(tender, null));
        Assert.Equal(["REFINEMENT_MATERIAL"], Codes(tender, NobodyElse with { OthersWouldHaveProgressed = true }));
        Assert.Equal(["REFINEMENT_WHY"], Codes(tender, NobodyElse with { Why = "No." }));
    }

    [Fact]
    public void Saying_that_criteria_may_be_refined_is_frozen_with_the_rest_and_older_hashes_stand()
    {
        Assert.DoesNotContain("mayRefine", Methodology.Canonical(Shortlisting(FlexibleScene.Plan)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mayRefine", Methodology.Canonical(Shortlisting(FlexibleScene.Plan with { MayRefine = true })), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Everybody_who_takes_part_is_told_the_same_and_the_notice_is_published_again()
    {
        await using FlexibleScene scene = await FlexibleScene.Published(FlexibleScene.Plan with { MayRefine = true });
        await scene.Ask("P-101", "P-102");
        await scene.App.Pump();
        scene.App.Clock.MoveTo(FlexibleScene.RequestsClose.AddMinutes(5));
        await scene.App.Pump();

        string page = PostForms.Words(await scene.AsCommissioner.Page($"{FlexibleScene.Page}/amend"));
        Assert.Contains("Refine how lot 2 is judged", page, StringComparison.Ordinal);
        Tender tender = await scene.Tender();
        await scene.App.Do((Domain.Tenders.Amending.ProposeCriteria propose) => propose.Execute(scene.Bids.Commissioner, FlexibleScene.Ref, "2", Heavier(tender, "2"), TestContext.Current.CancellationToken));
        (string, string)[] form = [("Form.What", "Nights weigh more"), ("Form.Why", "The market said that nights decide"), ("Form.MoreTime", "false"), ("Form.ExtensionConsidered", "No: nobody has been invited yet and nobody has begun a tender")];
        using (HttpResponseMessage unsaid = await scene.AsCommissioner.PostForm($"{FlexibleScene.Page}/amend", form))
        {
            Assert.Equal(HttpStatusCode.Conflict, unsaid.StatusCode);
            Assert.Contains("would have come further", PostForms.Words(await unsaid.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        await EvaluationScene.Post(scene.AsCommissioner, $"{FlexibleScene.Page}/amend", null, [.. form, ("Form.OthersWouldHaveProgressed", "false"), ("Form.RefinementWhy", "Nobody has been left out so far, all requests wait")]);
        await scene.App.Pump();

        await scene.App.WithDb(async db =>
        {
            Message[] told = await db.Messages.Where(m => m.Subject == $"Tender {FlexibleScene.Ref} has changed").ToArrayAsync();
            Assert.Equal(2, told.Length);
            Assert.Single(told.Select(m => (m.SentAt, m.Body)).Distinct());
            Assert.Contains("award criteria are refined", told[0].Body, StringComparison.Ordinal);
            Notice again = await db.Notices.OrderBy(n => n.Row).LastAsync(n => n.Kind == NoticeKind.Tender);
            JsonObject release = JsonNode.Parse(again.ReleaseJson)!.AsObject();
            Assert.Equal("tenderUpdate", (string)release["tag"]![0]!);
            Assert.Contains("may be refined", (string)release["tender"]!["lotDetails"]!["awardCriteriaDetails"]!, StringComparison.Ordinal);
            Assert.Empty(ProfileCheck.Of(release));
            LogEntry entry = await db.LogEntries.SingleAsync(e => e.Action == "tender.amended");
            string payload = (await db.LogPayloads.SingleAsync(p => p.Entry == entry.Id)).Json!;
            Assert.Contains("methodologyBefore", payload, StringComparison.Ordinal);
            Assert.Contains("Nobody has been left out so far", payload, StringComparison.Ordinal);
        });
        using HttpClient anyone = scene.App.Public();
        Assert.Contains("Refined before final tenders are invited", PostForms.Words(await anyone.Page($"{FlexibleScene.Page}/changes")), StringComparison.Ordinal);
    }

    private static string[] Codes(Tender tender, Refinement? said) => [.. tender.WhatBlocksAmendment(Change with { Refinement = said }, Asked).Select(r => r.Code)];

    private static Criterion[] Heavier(Tender tender, string lot = "1") =>
        [.. tender.LotNumbered(lot).Criteria.Select(c => c with { Weight = c.Code switch { "Q1" => 50, "Q2" => 30, _ => c.Weight } })];

    private static Tender Shortlisting(FlexiblePlan plan)
    {
        Tender tender = ATender.Ready(By, "NCC-2026-0001");
        FlexibleScene.Stage(tender, oneLot: true);
        tender.SetStages(plan);
        tender.Publish(ATender.Now);
        tender.CloseRequests(FlexibleScene.RequestsClose.AddMinutes(1));
        return tender;
    }
}
