using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Fees;
using Portal.Tests.Furniture;

namespace Portal.Tests.Insight;

public sealed class InsightApiTests
{
    private static readonly Uri Address = new("/api/v1/insight/authorities", UriKind.Relative);

    [Fact]
    public async Task The_national_cooperative_reads_every_authoritys_figures()
    {
        await using PortalApp app = new();
        await FeeDoors.Open(app, price: 8_000m, weeks: 10m);
        HttpClient national = await Client(app, await app.Organisation("ncc", OrganisationKind.NationalCooperative), "ncc-insight", ApiScope.Insight);

        using JsonDocument answer = JsonDocument.Parse(await national.GetStringAsync(Address));

        JsonElement bought = answer.RootElement.EnumerateArray().Single(a => a.GetProperty("callOffs").GetInt32() > 0);
        Assert.Equal((1, "80000.00"), (bought.GetProperty("offFramework").GetInt32(), bought.GetProperty("offFrameworkValue").GetString()));
    }

    [Fact]
    public async Task A_wrong_day_is_told_by_field_and_another_scope_is_forbidden()
    {
        await using PortalApp app = new();
        OrganisationId ncc = await app.Organisation("ncc", OrganisationKind.NationalCooperative);
        HttpClient national = await Client(app, ncc, "ncc-insight", ApiScope.Insight);
        HttpClient other = await Client(app, ncc, "ncc-gate", ApiScope.Gate);

        HttpResponseMessage wrong = await national.GetAsync(new Uri("/api/v1/insight/authorities?from=1.11.2026", UriKind.Relative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("\"from\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Public().GetAsync(Address)).StatusCode);
    }

    private static async Task<HttpClient> Client(PortalApp app, OrganisationId organisation, string name, string scope)
    {
        await app.WithDb(async db =>
        {
            db.Add(ApiClient.Register(name, await db.Organisations.SingleAsync(o => o.Id == organisation), [scope], "demo", PortalApp.Start));
            await db.Save(Actor.Portal);
        });
        HttpClient http = app.Public();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = name, ["client_secret"] = "demo" });
        using HttpResponseMessage answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        using JsonDocument token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        return http;
    }
}
