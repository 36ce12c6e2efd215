using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;
using Portal.Web.Notices.Delivering;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Notices;

/// <summary>Notices on their way to a platform that refuses, is down, is slow or forgets to answer: nothing is lost and nothing is published twice.</summary>
public sealed class NoticeDeliveryTests : IAsyncLifetime
{
    private readonly APlatform platform = new();
    private readonly PortalApp app = new();
    private WebApplicationFactory<Program> portal = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await platform.Start();
        http = new HttpClient { BaseAddress = platform.Address, Timeout = TimeSpan.FromSeconds(20) };
        portal = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Transient<INoticePublisher>(_ => new HttpNoticePublisher(http)))));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await portal.DisposeAsync();
        await platform.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_platform_takes_a_notice_and_its_number_and_ocid_come_back()
    {
        await Publish();

        await Send();

        Notice notice = await Notice();
        Assert.Equal((NoticeDelivery.Delivered, "000001-2026", "ocds-h6vhtk-000001"), (notice.Delivery, notice.NationalNumber, notice.NationalOcid));
        Assert.Equal("wm-2026-0001-001", Assert.Single(platform.Taken).Key);
    }

    [Fact]
    public async Task A_platform_that_is_down_is_tried_again_and_gets_the_notice_once()
    {
        await Publish();
        platform.Answers(503, 500, 429, 408, 401);

        for (int attempt = 0; attempt < 6; attempt++)
        {
            await Send();
            app.Clock.Move(TimeSpan.FromHours(2));
        }

        Assert.Equal(NoticeDelivery.Delivered, (await Notice()).Delivery);
        Assert.Equal((6, 1), (platform.Asked, platform.Taken.Count));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_asked_for_again_and_the_notice_is_still_there_once()
    {
        await Publish();
        http.Dispose();
        http = new HttpClient { BaseAddress = platform.Address, Timeout = TimeSpan.FromSeconds(5) };
        platform.TakesButNeverAnswersOnce();

        await Send();
        Assert.Equal((NoticeDelivery.Waiting, 1), ((await Notice()).Delivery, platform.Taken.Count));
        Assert.Equal("The national platform did not answer in time.", (await Message()).LastError);
        http.Dispose();
        http = new HttpClient { BaseAddress = platform.Address };
        app.Clock.Move(TimeSpan.FromHours(1));
        await Send();

        Assert.Equal((NoticeDelivery.Delivered, "000001-2026"), ((await Notice()).Delivery, (await Notice()).NationalNumber));
        Assert.Single(platform.Taken);
    }

    [Fact]
    public async Task A_notice_that_is_refused_waits_for_a_person_with_the_reason_and_later_ones_do_not_overtake_it()
    {
        await Publish();
        platform.Answers(422);
        await Send();

        Notice refused = await Notice();
        Assert.Equal((NoticeDelivery.Rejected, "422: The CPV code is unknown."), (refused.Delivery, refused.Rejection));
        await Change();
        await Send();
        Assert.Equal(1, platform.Asked);

        using HttpClient commissioner = await app.SignedInAs(Role.Commissioner, await app.Organisation());
        Assert.Contains("was not taken by the central digital platform", await commissioner.Page("/today"), StringComparison.Ordinal);
        const string Again = "/tenders/WM-2026-0001/notices/wm-2026-0001-001/send-again";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await commissioner.PostForm(Again)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm(Again, ("Form.Reason", "The platform added the code."))).StatusCode);
        app.Clock.Move(TimeSpan.FromHours(1));
        await Send();
        app.Clock.Move(TimeSpan.FromHours(1));
        await Send();

        Assert.Equal(["wm-2026-0001-001", "wm-2026-0001-002"], platform.Taken.OrderBy(t => t.Value).Select(t => t.Key));
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm(Again, ("Form.Reason", "Once more."))).StatusCode);
    }

    [Fact]
    public async Task A_platform_that_stays_down_puts_the_notice_on_the_list_of_failures_and_an_operator_gets_it_through()
    {
        await Publish();
        platform.Answers([.. Enumerable.Repeat(500, Backoff.MaxAttempts)]);
        for (int attempt = 0; attempt < Backoff.MaxAttempts + 3; attempt++)
        {
            await Send();
            app.Clock.Move(TimeSpan.FromHours(2));
        }

        OutboxMessage failed = await Message();
        Assert.Equal((true, Backoff.MaxAttempts, NoticeDelivery.Waiting), (failed.Poisoned, platform.Asked, (await Notice()).Delivery));

        Actor operating = await app.Someone(await app.Organisation(), Role.Administrator);
        await app.Do((SettleMessage settle) => settle.Execute(operating, failed.Id, drop: false, "The platform is back.", Cancel));
        await Send();

        Assert.Equal(NoticeDelivery.Delivered, (await Notice()).Delivery);
        Assert.Single(platform.Taken);
    }

    private Task<Notice> Notice() => app.WithDb(db => db.Notices.AsNoTracking().OrderBy(n => n.Row).FirstAsync(Cancel));

    private Task<OutboxMessage> Message() => app.WithDb(db => db.OutboxMessages.AsNoTracking().Where(m => m.Channel == "notices.send").OrderBy(m => m.CreatedAt).FirstAsync(Cancel));

    private async Task Publish()
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            db.Add(ATender.Published(ATender.Commissioner(buyer)));
            await db.Save(Actor.Portal, Cancel);
        });
    }

    private Task Change() => app.WithDb(async db =>
    {
        (await db.LoadPublishedTender("WM-2026-0001", Cancel)).Cancel("The need has changed.", app.Clock.GetUtcNow());
        await db.Save(Actor.Portal, Cancel);
    });

    // The same portal with the HTTP publisher in the place of the folder.
    private Task Send() => portal.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(Cancel);
}
