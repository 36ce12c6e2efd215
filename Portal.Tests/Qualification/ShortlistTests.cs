using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Qualification;

/// <summary>Places on the shortlist, exactly.</summary>
public sealed class ShortlistTests
{
    private static readonly Actor Commissioner = ATender.Commissioner(Id.New<OrganisationId>());

    [Fact]
    [Rule("A4-07")]
    public void Who_is_level_with_the_last_place_is_invited_too_and_thirds_are_not_rounded()
    {
        FlexiblePlan plan = FlexibleScene.Plan with { MostInvited = 2, Shortlist = [new("A", "A", "?", 50, 3), new("B", "B", "?", 50, 3)] };
        Tender tender = ATender.Ready(Commissioner);
        FlexibleScene.Stage(tender);
        tender.SetStages(plan);
        tender.Publish(ATender.Now);
        tender.CloseRequests(FlexibleScene.RequestsClose.AddTicks(1));
        ParticipationRequest[] requests = [Scored(tender, plan, 3, 0), Scored(tender, plan, 1, 2), Scored(tender, plan, 2, 1), Scored(tender, plan, 3, 3), Scored(tender, plan, 1, 1)];

        IReadOnlyList<ShortlistPlace> places = Shortlist.Of(plan, requests);

        Assert.Equal([(1, 100m, true), (2, 50m, true), (2, 50m, true), (2, 50m, true), (5, 33.33m, false)], places.Select(p => (p.Place, p.Points, p.Invited)));
    }

    private static ParticipationRequest Scored(Tender tender, FlexiblePlan plan, int a, int b)
    {
        ParticipationRequest request = ParticipationRequest.From(tender, Id.New<OrganisationId>());
        request.Score(tender, [new(plan.Shortlist[0].Code, a, "Why"), new(plan.Shortlist[1].Code, b, "Why")], Commissioner);
        return request;
    }
}
