using System.Text.Json.Nodes;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.House;
using Portal.Tests.Qualification;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

/// <summary>The tender notice of a competitive flexible procedure says its stages (A4-07).</summary>
public sealed class FlexibleNoticeTests
{
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);

    [Fact]
    [Rule("A4-07")]
    public async Task It_says_until_when_requests_are_taken_how_many_are_invited_and_by_which_criteria()
    {
        Tender tender = ATender.Ready(ATender.Commissioner(buyer.Id));
        FlexibleScene.Stage(tender);
        tender.Publish(ATender.Now);
        NoticeSettings settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
        string json = OcdsJson.Write(NoticeRelease.Of(new NoticeFacts(
            settings, tender, NoticeKind.Tender, new NoticeAddress("ocds-test00-x", "x-001"), ATender.Now, [], [], new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer })));
        JsonObject notice = JsonNode.Parse(json)!["tender"]!.AsObject();

        Assert.Equal(("selective", "Competitive flexible procedure"), (notice["procurementMethod"]!.GetValue<string>(), notice["procurementMethodDetails"]!.GetValue<string>()));
        Assert.Equal(FlexibleScene.RequestsClose, notice["expressionOfInterestDeadline"]!.GetValue<DateTimeOffset>());
        Assert.Equal(2, notice["secondStage"]!["maximumCandidates"]!.GetValue<int>());
        Assert.Contains(notice["lots"]![0]!["selectionCriteria"]!["criteria"]!.AsArray(), c => c!["forReduction"]?.GetValue<bool>() == true && c["numbers"]![0]!["number"]!.GetValue<decimal>() == 60);
        Assert.Empty(ProfileCheck.Of(OcdsJson.Tree(json)));
        byte[] package = OcdsPackage.Releases(settings, new Uri("https://portal.example/ocds"), ATender.Now, [json], null);
        Assert.All(await AjvCheck.Faults([package], TestContext.Current.CancellationToken), Assert.Empty);
    }
}
