using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Workflows.Engine;

namespace Portal.Db.Scenes.Playing;

/// <summary>Plays what people did, in order of time, through the use cases; the procedures' own timers fire in between.</summary>
public sealed class Play(IServiceScopeFactory scopes, SceneClock clock, WorkflowPump pump)
{
    // People's own acts leave the procedures little to do; every two days, and whenever a timer is due, is soon enough.
    private static readonly TimeSpan PumpAfter = TimeSpan.FromDays(2);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Number)> acts = new();
    private readonly Dictionary<string, Actor> actors = [];
    private DateTimeOffset pumped = DateTimeOffset.MinValue;
    private int planned;

    /// <summary>Where the scenes end: the present.</summary>
    public DateTimeOffset Ends { get; } = clock.Present.AddMinutes(-1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>So many days before the end, at an hour in London.</summary>
    public DateTimeOffset DaysAgo(int days, int hour = 10, int minute = 0) => LondonTime.At(LondonTime.DateOf(Ends).AddDays(-days), new TimeOnly(hour, minute));

    /// <summary>Plans an act; what would lie beyond the end is left to the people who use the portal.</summary>
    public void At(DateTimeOffset at, Func<Task> act)
    {
        if (at < Ends)
        {
            acts.Enqueue(act, (at, planned++));
        }
    }

    public async Task Run(Action<int> progress, CancellationToken cancellation)
    {
        int done = 0;
        while (acts.TryDequeue(out Func<Task>? act, out (DateTimeOffset At, int Number) when))
        {
            await MoveTo(when.At > Now ? when.At : Now, cancellation);
            await act();
            progress(100 * ++done / planned);
        }

        await MoveTo(Ends, cancellation);
        await pump.RunUntilQuiet(cancellation);
    }

    /// <summary>Runs a use case in a scope of its own, as a request would.</summary>
    public async Task<T> Ask<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull => Ask(async (TUseCase use) =>
        {
            await act(use);
            return true;
        });

    /// <summary>Lets the procedures and notices catch up now, where the next act needs what they make.</summary>
    public Task CatchUp() => Pump(CancellationToken.None);

    /// <summary>A demo person by the first part of the address.</summary>
    public Task<Actor> Who(string address) => Remembered(address, p => p.Email == address + "@demo.example", null);

    /// <summary>Whoever holds the role in the organisation with this code.</summary>
    public Task<Actor> Of(string organisation, Role role) => Remembered($"{organisation}:{role}", null, (organisation, role));

    private async Task<Actor> Remembered(string key, System.Linq.Expressions.Expression<Func<Person, bool>>? whose, (string Organisation, Role Role)? office)
    {
        if (!actors.TryGetValue(key, out Actor? actor))
        {
            actor = await Ask(async (PortalDb db) =>
            {
                Organisation? body = office is { } sought ? await db.Organisations.AsNoTracking().SingleAsync(o => o.Code == sought.Organisation) : null;
                List<Person> people = await (whose is not null ? db.People.Where(whose) : db.People.Where(p => p.Memberships.Any(m => m.Organisation == body!.Id))).AsNoTracking().ToListAsync();
                (Person person, Membership held) = people.SelectMany(p => p.Memberships.Select(m => (p, m)))
                    .First(x => office is not { } wanted || (x.m.Organisation == body!.Id && x.m.Roles.Contains(wanted.Role)));
                body ??= await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == held.Organisation);
                return new Actor(person.Id, person.Name, body.Id, body.Name, held.Roles.ToHashSet()) { Side = body.Side };
            });
            actors[key] = actor;
        }

        return actor;
    }

    private async Task MoveTo(DateTimeOffset until, CancellationToken cancellation)
    {
        if (until - pumped > PumpAfter)
        {
            await Pump(cancellation);
        }

        while (await NextDue(cancellation) is { } due && due <= until)
        {
            clock.MoveTo(due > Now ? due : Now);
            await Pump(cancellation);
        }

        clock.MoveTo(until);
    }

    private async Task Pump(CancellationToken cancellation)
    {
        await pump.RunUntilQuiet(cancellation);
        pumped = Now;
    }

    private Task<DateTimeOffset?> NextDue(CancellationToken cancellation) => Ask(async (PortalDb db) =>
        await db.Bookmarks.Where(b => b.WakeAt != null && !b.Poisoned).OrderBy(b => b.WakeAt).Select(b => b.WakeAt).FirstOrDefaultAsync(cancellation));
}

/// <summary>Makes the same choices in every run: a small linear congruential generator.</summary>
public sealed class Dice(int seed)
{
    private ulong state = (ulong)seed * 2862933555777941757UL + 3037000493UL;

    /// <summary>From 0 up to, and without, <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((state >> 33) % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];
}

/// <summary>A home of the invented market.</summary>
public sealed record DemoHome(string Urn, string Provider, string Authority, string ServiceType, Judgement Judgement, decimal Fee)
{
    public static IReadOnlyList<DemoHome> All { get; } =
    [
        .. Csv.Read("homes.csv").Select(row => new DemoHome(
            row["urn"], row["provider"], row["authority"], row["serviceType"], Enum.Parse<Judgement>(row["judgement"], ignoreCase: true), decimal.Parse(row["weeklyFee"], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Good enough for the lots' published minimum.</summary>
    public bool IsGood => Judgement is Judgement.Good or Judgement.Outstanding;
}
