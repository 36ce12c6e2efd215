using System.Text.Json;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>One child's search never stands for another's, and nothing is guessed of a referral that is not there.</summary>
public sealed class OtherReferralTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Theory]
    [InlineData("another child's")]
    [InlineData("unknown")]
    public async Task A_referral_that_is_not_this_childs_is_refused_at_its_field(string whose)
    {
        HttpClient http = await market.CaseSystem();
        (int sent, JsonElement made) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new
        {
            childReference = "C-4711",
            childAge = 14,
            serviceTypes = new[] { "residential" },
            needs = Array.Empty<string>(),
            urgency = "planned",
            neededBy = "2026-12-20T09:00:00Z",
            windowClosesAt = "2026-11-25T17:00:00Z",
        });
        Assert.True(sent == 201, made.ToString());
        string referral = whose == "unknown" ? "R-2026-00000000" : made.Text("id");

        (int status, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = "6100.00", weeks = 26, childReference = "W-1", referral }, "other-1");

        Assert.Equal(422, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("referral", out _), problem.ToString());
    }

    [Fact]
    public async Task A_service_type_of_nothing_is_refused_as_input()
    {
        HttpClient http = await market.CaseSystem();

        (int status, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/referrals", """
            {"childReference":"C-4711","childAge":14,"serviceTypes":["residential",null],"urgency":"planned","neededBy":"2026-12-20T09:00:00Z","windowClosesAt":"2026-11-25T17:00:00Z"}
            """);

        Assert.Equal(422, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("serviceTypes", out _), problem.ToString());
    }
}
