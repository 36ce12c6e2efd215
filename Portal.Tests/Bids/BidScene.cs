using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Bids;

/// <summary>A published tender of two lots with two openers, on a portal of its own, and providers who bid through the API.</summary>
internal sealed class BidScene : IAsyncDisposable
{
    public const string Ref = "WM-2026-0001";
    public const string Passphrase = "dem2-dem2-dem2-dem2-dem2";

    private BidScene(PortalApp app) => App = app;

    public PortalApp App { get; }

    public Actor Commissioner { get; private set; } = Actor.Portal;

    public IReadOnlyList<Actor> Openers { get; private set; } = [];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static DateTimeOffset Closes => ATender.Closes;

    public static async Task<BidScene> Make(bool openerKeys = false, Func<PortalApp, OrganisationId, Task<(PersonId, string, TeamPart)[]>>? panel = null, Action<Tender>? also = null, string? on = null, Dictionary<string, string>? settings = null, PortalApp? app = null, params IInterceptor[] watchers)
    {
        BidScene scene = new(app ?? (on is null ? new PortalApp { Watchers = watchers } : PortalApp.On(on)));
        foreach ((string name, string value) in settings ?? [])
        {
            scene.App.Settings[name] = value;
        }

        OrganisationId buyer = await scene.App.Organisation();
        scene.Commissioner = await scene.App.Someone(buyer, Role.Commissioner);
        scene.Openers = [await scene.App.Someone(buyer, Role.Opener), await scene.App.Someone(buyer, Role.Opener), await scene.App.Someone(buyer, Role.Opener)];
        if (openerKeys)
        {
            foreach (Actor opener in scene.Openers)
            {
                await scene.App.Do((MakeOpenerKey make) => make.Execute(opener, Passphrase, Token));
            }
        }

        (PersonId, string, TeamPart)[] judges = panel is null ? [.. ATender.Team.Where(m => m.Item3 != TeamPart.Opener)] : await panel(scene.App, buyer);
        await scene.App.WithDb(async db =>
        {
            Tender tender = ATender.Ready(scene.Commissioner, Ref, "1", "2");
            tender.ChangeLot("2", "perHome", lot => lot.Describe(ATender.ALot with { PerHome = false }));
            tender.ChooseTeam([.. judges, .. scene.Openers.Select(o => (o.Person, o.Name, TeamPart.Opener))]);
            also?.Invoke(tender);
            tender.Publish(ATender.Now);
            db.Add(tender);
            await db.Save(scene.Commissioner);
        });
        return scene;
    }

    /// <summary>A bid tool of a provider, with its token.</summary>
    public async Task<BidTool> Provider(string code)
    {
        await App.Organisation(code, OrganisationKind.Provider);
        string secret = await App.Do((CreateClient create) => create.Execute(Actor.Portal, code.ToLowerInvariant() + "-tool", code, ["bids"]));
        BidTool tool = new(App.CreateClient(), code.ToLowerInvariant() + "-tool", secret);
        await tool.SignIn();
        return tool;
    }

    /// <summary>A person who may bid, of a provider of its own.</summary>
    public async Task<Actor> Bidder(string code) => await App.Someone(await App.Organisation(code, OrganisationKind.Provider), Role.ProviderBidder);

    /// <summary>A complete draft for lot 2, by the use case.</summary>
    public Task<BidDraft> Draft(Actor bidder, decimal price = 6100m) => Draft(App, bidder, price);

    public static Task<BidDraft> Draft(PortalApp host, Actor bidder, decimal price = 6100m) => host.Do((SaveBidDraft save) => save.Execute(bidder, Ref, "2", Complete(price), new DraftSeen(null), Token));

    /// <summary>Submits the draft of lot 2 under this key, by the use case.</summary>
    public Task<SealedBid> Submit(Actor bidder, string key) => Submit(App, bidder, key);

    public static Task<SealedBid> Submit(PortalApp host, Actor bidder, string key) =>
        host.Do((SubmitBid submit) => submit.Execute(bidder, Ref, "2", new Repetition(bidder.Person.Value.ToString(), $"POST {Ref}/2", key, new string('0', 64)), Token));

    private static BidContent Complete(decimal price) => new()
    {
        Answers = new Dictionary<string, string> { ["Q1"] = "Warm care", ["Q2"] = "Trained staff" },
        Prices = new Dictionary<string, decimal> { ["core"] = price },
        Declarations = new Dictionary<string, bool> { ["D1"] = true },
    };

    public async Task<OpeningRecord?> Attend(Actor opener, string passphrase = Passphrase) =>
        await App.Do((AttendOpening attend) => attend.Execute(opener, Ref, passphrase, null, Token));

    public async Task<OpeningRecord> Open()
    {
        App.Clock.MoveTo(Closes.AddHours(2));
        await Attend(Openers[0]);
        return (await Attend(Openers[1]))!;
    }

    /// <summary>The second act, when quality is agreed and frozen.</summary>
    public async Task<OpeningRecord> OpenPrices()
    {
        await Attend(Openers[0]);
        return (await Attend(Openers[1]))!;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>A provider's bid tool talking to the API.</summary>
internal sealed class BidTool(HttpClient client, string name, string secret)
{
    public const string Complete = """{"answers":{"Q1":"Warm care","Q2":"Trained staff"},"prices":{"core":"6100.00"},"declarations":{"D1":true}}""";

    public HttpClient Client => client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Fetches a token; again when the test has moved the clock past its life.</summary>
    public async Task SignIn()
    {
        client.DefaultRequestHeaders.Authorization = null;
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = name, ["client_secret"] = secret, ["scope"] = "bids" });
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Token);
        JsonObject token = await Json(answer, HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["access_token"]!.GetValue<string>());
    }

    public async Task<HttpResponseMessage> Put(string lot, string body, string? ifMatch = null, bool create = true)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"/api/v1/tenders/{BidScene.Ref}/bids/{lot}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        else if (create)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        return await client.SendAsync(request, Token);
    }

    public async Task<HttpResponseMessage> Submit(string lot, string? key, string body = "")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/tenders/{BidScene.Ref}/bids/{lot}/submission") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Token);
    }

    public async Task<HttpResponseMessage> Get(string address) => await client.GetAsync(new Uri(address, UriKind.Relative), Token);

    /// <summary>Uploads by tus in pieces and answers the id.</summary>
    public async Task<string> Upload(string name, byte[] content, int piece = int.MaxValue)
    {
        using HttpRequestMessage create = new(HttpMethod.Post, "/api/v1/uploads");
        create.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        create.Headers.TryAddWithoutValidation("Upload-Length", content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        create.Headers.TryAddWithoutValidation("Upload-Metadata", "filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes(name)));
        using HttpResponseMessage created = await client.SendAsync(create, Token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        string id = created.Headers.Location!.OriginalString.Split('/')[^1];
        for (int at = 0; at < content.Length; at += piece)
        {
            using HttpResponseMessage sent = await Patch(id, at, content[at..(int)Math.Min(content.Length, (long)at + piece)]);
            Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        }

        return id;
    }

    public async Task<HttpResponseMessage> Patch(string id, long offset, byte[] bytes, string? checksum = null)
    {
        using HttpRequestMessage patch = new(HttpMethod.Patch, "/api/v1/uploads/" + id) { Content = new ByteArrayContent(bytes) };
        patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        patch.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        patch.Headers.TryAddWithoutValidation("Upload-Offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (checksum is not null)
        {
            patch.Headers.TryAddWithoutValidation("Upload-Checksum", checksum);
        }

        return await client.SendAsync(patch, Token);
    }

    public static async Task<JsonObject> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;

    public static async Task<JsonObject> Json(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await Json(answer);
    }
}

/// <summary>What tests of receiving look at inside the portal.</summary>
internal static class InsideThePortal
{
    extension(PortalApp app)
    {
        public ReceiptDesk Desk() => app.Services.GetRequiredService<ReceiptDesk>();
    }

    extension(BidScene scene)
    {
        public Task<Tender> TheTender() => scene.App.WithDb(db => db.LoadPublishedTender(BidScene.Ref, BidScene.Token));
    }
}
