using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Awards.Direct;

/// <summary>A procurement that is drafted, assessed for conflicts and approved, with the people who award it directly through the pages.</summary>
internal sealed class DirectAwardScene : IAsyncDisposable
{
    public const string Ref = "WM-2026-0001";
    public const string Page = $"/direct-awards/{Ref}";
    public const string Subject = $"tender/{Ref}";
    public const string Technical = "schedule/5/paragraph/6";
    public const string Urgency = "schedule/5/paragraph/13";

    private DirectAwardScene(PortalApp app) => App = app;

    public PortalApp App { get; }

    public Actor Commissioner { get; private init; } = Actor.Portal;

    public OrganisationId Supplier { get; private init; }

    public HttpClient AsCommissioner { get; private init; } = null!;

    public HttpClient AsDirector { get; private init; } = null!;

    public HttpClient AsSupplier { get; private init; } = null!;

    public static async Task<DirectAwardScene> Drafted(Action<Tender>? also = null)
    {
        PortalApp app = new();
        OrganisationId buyer = await app.Organisation();
        Actor commissioner = await app.Someone(buyer, Role.Commissioner);
        Tender tender = ATender.Ready(commissioner, Ref);
        also?.Invoke(tender);
        await app.WithDb(async db =>
        {
            db.Add(tender);
            await db.Save(Actor.Portal);
        });
        return await On(app, commissioner);
    }

    /// <summary>The same people on a procurement that is there already.</summary>
    public static async Task<DirectAwardScene> On(PortalApp app, Actor commissioner)
    {
        OrganisationId supplier = await app.Organisation("P-900", OrganisationKind.Provider);
        return new DirectAwardScene(app)
        {
            Commissioner = commissioner,
            Supplier = supplier,
            AsCommissioner = await app.SignedInAs(commissioner),
            AsDirector = await app.SignedInAs(Role.Director, commissioner.Organisation),
            AsSupplier = await app.SignedInAs(Role.ProviderBidder, supplier),
        };
    }

    public async ValueTask DisposeAsync()
    {
        AsCommissioner.Dispose();
        AsDirector.Dispose();
        AsSupplier.Dispose();
        await App.DisposeAsync();
    }

    public async Task Begin(string ground) =>
        await Done(AsCommissioner, "/direct-awards/start", "/direct-awards/start", ("Form.Tender", Ref), ("Form.Supplier", Supplier.Value.ToString()), ("Form.Ground", ground));

    public async Task Evidence(string ground)
    {
        foreach (GroundLimb limb in DirectAwardGround.Coded(ground).Limbs)
        {
            string page = $"{Page}/limbs/{limb.Code}";
            HttpClient by = limb.ByLegal ? await App.SignedInAs(Role.Legal, Commissioner.Organisation) : AsCommissioner;
            await Done(by, page, page, ("Form.Facts", $"The report shows how {limb.Code} is met"), ("Form.Source", "Report CS/26/41 of 3 November 2026"));
        }
    }

    public async Task Terms(bool standstill = true) =>
        await Done(AsCommissioner, $"{Page}/terms", $"{Page}/terms", [.. ApprovalFields.Date("Form.SignOn", new DateOnly(2027, 2, 22)), ("Form.Excluded", "false"), ("Form.Standstill", standstill ? "true" : "false"), ("Form.NoStandstillReason", "The place is needed this week.")]);

    /// <summary>Begun, every limb evidenced, and put forward.</summary>
    public async Task PutForward(string ground, bool standstill = true)
    {
        await Begin(ground);
        await Evidence(ground);
        await Terms(standstill);
        await Done(AsCommissioner, Page, $"{Page}/forward");
    }

    /// <summary>The commissioner entered UK5 on the national platform and records the number it got.</summary>
    public async Task RecordTransparencyNumber()
    {
        string notice = await App.WithDb(db => db.Notices.Where(n => n.Kind == NoticeKind.Transparency).Select(n => n.ReleaseId).SingleAsync());
        string page = $"/tenders/{Ref}/notices/{notice}/national-number";
        await Done(AsCommissioner, page, page, ("Form.Number", "032703-2026"), ("Form.Ocid", "ocds-h6vhtk-06f17d"));
    }

    public Task Decide() => Done(AsDirector, Page, $"{Page}/decision", ("Form.Reason", "Every limb is met and the price is that of the open book."));

    public async Task PublishAwardNotice()
    {
        await Done(AsCommissioner, Page, $"{Page}/notice");
        await AwardNumber.Record(App, AsCommissioner, Ref);
    }

    public async Task ReadyToSign()
    {
        string diligence = $"/tenders/{Ref}/award/diligence/{Supplier.Value}";
        await Done(AsCommissioner, diligence, diligence, ("Form.Insured", "true"), ("Form.Registered", "true"), ("Form.NotExcluded", "true"), ("Form.Evidence", "The register and the debarment list, seen today"));
        DateOnly day = LondonTime.DateOf(App.Clock.GetUtcNow());
        await Done(AsCommissioner, $"/tenders/{Ref}/approval-to-award", $"/tenders/{Ref}/approval-to-award", ApprovalFields.Of("CAB/26/9", day.AddDays(-14), day.AddDays(-7)));
        await Done(AsSupplier, $"{Page}/agreement", $"{Page}/agreement", ("Form.Signatory", "Sam Supplier"), ("Form.Position", "Owner"));
    }

    public Task Sign() => Done(AsDirector, Page, $"{Page}/signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));

    public Task<Tender> Tender() => App.WithDb(db => db.Tenders.Include(t => t.Lots).SingleAsync(t => t.Ref == Ref));

    public Task<NoticeKind[]> Notices() => App.WithDb(db => db.Notices.OrderBy(n => n.Row).Select(n => n.Kind).ToArrayAsync());

    public Task<string[]> Logged(params string[] prefixes) => App.WithDb(async db =>
        (await db.Set<Domain.Audit.LogEntry>().Where(e => e.Subject == Subject).OrderBy(e => e.Row).Select(e => e.Action).ToArrayAsync()).Where(a => prefixes.Any(p => a.StartsWith(p, StringComparison.Ordinal))).ToArray());

    /// <summary>What the portal answers, and what a person then reads.</summary>
    public static async Task<(HttpStatusCode Status, string Said)> Try(HttpClient who, string page, string url, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await who.PostForm(page, url, fields);
        return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task Done(HttpClient who, string page, string url, params (string, string)[] fields)
    {
        (HttpStatusCode status, string said) = await Try(who, page, url, fields);
        Assert.True(status == HttpStatusCode.Redirect, $"{url} answered {(int)status}: {said}");
    }
}
