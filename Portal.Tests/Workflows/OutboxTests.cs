using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Web.Workflows;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Workflows;

/// <summary>The outbox delivers at least once, waits longer after each failure, and at last asks an operator.</summary>
public sealed class OutboxTests
{
    private static readonly Actor Administrator = new(Id.New<PersonId>(), "Ada Admin", Id.New<OrganisationId>(), "RCC", new HashSet<Role> { Role.Administrator }) { Side = Side.Operator };

    [Fact]
    public async Task A_failed_delivery_is_tried_again_later()
    {
        await using EngineHouse house = await Waiting();
        house.Delivered.FailNext = 2;
        await house.Quieten();
        Assert.Empty(house.Delivered.Titles);

        house.Clock.Move(TimeSpan.FromSeconds(6));
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromSeconds(11));
        await house.Quieten();

        Assert.Equal(["A word"], house.Delivered.Titles);
        Assert.Equal(3, (await house.Ask(db => db.OutboxMessages.SingleAsync())).Attempts);
    }

    [Fact]
    public async Task After_twelve_failures_the_message_waits_for_an_operator_whose_reason_is_in_the_log()
    {
        await using EngineHouse house = await Waiting();
        house.Delivered.FailNext = Backoff.MaxAttempts;
        for (int i = 0; i < Backoff.MaxAttempts + 3; i++)
        {
            await house.Quieten();
            house.Clock.Move(TimeSpan.FromHours(1));
        }

        OutboxMessage poisoned = await house.Ask(db => db.OutboxMessages.SingleAsync());
        Assert.True(poisoned.Poisoned);
        Assert.Equal("The post office is closed.", poisoned.LastError);

        await Assert.ThrowsAsync<RuleBroken>(() => Settle(house, Administrator, poisoned.Id, " "));
        await Settle(house, Administrator, poisoned.Id, "The post office is open again");
        await house.Quieten();

        Assert.Equal(["A word"], house.Delivered.Titles);
        Assert.Equal("Ada Admin", await house.Ask(db => db.LogEntries.Where(e => e.Action == "outbox.retried").Select(e => e.PersonName).SingleAsync()));
    }

    [Fact]
    public async Task Only_an_administrator_settles_a_failed_message()
    {
        await using EngineHouse house = await Waiting();
        Guid id = (await house.Ask(db => db.OutboxMessages.SingleAsync())).Id;
        Actor clerk = Administrator with { Roles = new HashSet<Role> { Role.Commissioner } };

        await Assert.ThrowsAsync<NotAllowed>(() => Settle(house, clerk, id, "because"));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(11, 3600)]
    public void Each_failure_doubles_the_wait_up_to_an_hour(int attempts, int seconds)
    {
        DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(now.AddSeconds(seconds), Backoff.Next(attempts, now));
    }

    [Fact]
    public async Task What_was_delivered_long_ago_goes_and_what_waits_failed_or_was_dropped_stays()
    {
        await using EngineHouse house = await Waiting();
        await house.Quieten();
        await Post(house, "test/failed");
        await Post(house, "test/dropped");
        house.Delivered.FailNext = 2 * Backoff.MaxAttempts;
        for (int i = 0; i < Backoff.MaxAttempts + 3; i++)
        {
            await house.Quieten();
            house.Clock.Move(TimeSpan.FromHours(1));
        }

        await Settle(house, Administrator, (await house.Ask(db => db.OutboxMessages.SingleAsync(m => m.Key == "test/dropped"))).Id, "Nobody is there any more", drop: true);
        house.Clock.Move(TimeSpan.FromDays(390));
        await Post(house, "test/later");
        await house.Quieten();
        await Post(house, "test/waiting");
        Assert.Equal(0, await Tidied(house));
        house.Clock.Move(TimeSpan.FromDays(20));

        Assert.Equal(1, await Tidied(house));
        Assert.Equal(["test/dropped", "test/failed", "test/later", "test/waiting"], await house.Ask(db => db.OutboxMessages.Select(m => m.Key).Order().ToListAsync()));
        Assert.Equal(0, await Tidied(house));
    }

    [Fact]
    public async Task More_than_one_batch_goes_at_once()
    {
        await using EngineHouse house = await Waiting();
        await house.Do(db =>
        {
            db.AddRange(Enumerable.Range(0, 1_100).Select(i => Message(house, $"test/many/{i}")));
            return Task.CompletedTask;
        });
        await house.Do(db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, house.Clock.GetUtcNow()).SetProperty(m => m.DueAt, (DateTimeOffset?)null)));
        house.Clock.Move(TimeSpan.FromDays(401));

        Assert.Equal(1_101, await Tidied(house));
        Assert.Empty(await house.Ask(db => db.OutboxMessages.ToListAsync()));
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 400)]
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData("29", null)]
    [InlineData("-1", null)]
    [InlineData("a year", null)]
    public void The_days_are_a_setting_and_a_wrong_one_is_refused_at_the_start(string? said, int? days)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Portal:OutboxDays", said)]).Build();

        if (days is null)
        {
            Assert.Contains($"“{said}”", Assert.Throws<InvalidOperationException>(() => OutboxKeeping.Of(configuration)).Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(days, OutboxKeeping.Of(configuration).Days);
    }

    private static Task Post(EngineHouse house, string key) => house.Do(db =>
    {
        db.Add(Message(house, key));
        return Task.CompletedTask;
    });

    private static OutboxMessage Message(EngineHouse house, string key) =>
        new(InboxAddress.Channel, key, InboxAddress.Of(default, Role.Legal), new OutboxText(key, "", "/today"), house.Clock.GetUtcNow());

    private static async Task<int> Tidied(EngineHouse house)
    {
        using IServiceScope scope = house.Host().CreateScope();
        return await scope.ServiceProvider.GetRequiredService<TidyOutbox>().Execute(400, TestContext.Current.CancellationToken);
    }

    private static async Task<EngineHouse> Waiting()
    {
        EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Do(db =>
        {
            db.Add(new OutboxMessage(InboxAddress.Channel, "test/1", InboxAddress.Of(default, Role.Legal), new OutboxText("A word", "", "/today"), house.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        return house;
    }

    private static async Task Settle(EngineHouse house, Actor actor, Guid message, string reason, bool drop = false)
    {
        using IServiceScope scope = house.Host().CreateScope();
        await scope.ServiceProvider.GetRequiredService<SettleMessage>().Execute(actor, message, drop, reason, TestContext.Current.CancellationToken);
    }
}
