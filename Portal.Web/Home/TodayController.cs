using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>What needs the actor, from every room: what is due now first, then what is due soon or fell due lately; old debts sink.</summary>
[Authorize(Policies.SignedIn)]
[Route("/today")]
public sealed class TodayController(IEnumerable<ITodayTask> rooms, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<TodayGroup> groups = [];
        foreach (ITodayTask room in rooms)
        {
            if (await room.WhatNeeds(Actor, cancel) is { Count: > 0 } items)
            {
                groups.Add(new TodayGroup(room.Heading, room.Order, [.. items.OrderBy(Away)]));
            }
        }

        return View(new TodayPage(Actor, [.. groups.OrderBy(g => Away(g.Items[0])).ThenBy(g => g.Order)]));

        TimeSpan Away(TodayItem item) => item.Due is { } due ? (due - now).Duration() : TimeSpan.MaxValue;
    }
}

/// <summary>The page: the actor and what needs them.</summary>
public sealed record TodayPage(Actor Actor, IReadOnlyList<TodayGroup> Groups);

/// <summary>One room's items.</summary>
public sealed record TodayGroup(string Heading, int Order, IReadOnlyList<TodayItem> Items);
