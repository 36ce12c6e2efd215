using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>What needs the actor, from every room, soonest first.</summary>
[Authorize(Policies.SignedIn)]
[Route("/today")]
public sealed class TodayController(IEnumerable<ITodayTask> rooms) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        List<TodayGroup> groups = [];
        foreach (ITodayTask room in rooms)
        {
            if (await room.WhatNeeds(Actor, cancel) is { Count: > 0 } items)
            {
                groups.Add(new TodayGroup(room.Heading, room.Order, [.. items.OrderBy(i => i.Due ?? DateTimeOffset.MaxValue)]));
            }
        }

        return View(new TodayPage(Actor, [.. groups.OrderBy(g => g.Items[0].Due ?? DateTimeOffset.MaxValue).ThenBy(g => g.Order)]));
    }
}

/// <summary>The page: the actor and what needs them.</summary>
public sealed record TodayPage(Actor Actor, IReadOnlyList<TodayGroup> Groups);

/// <summary>One room's items.</summary>
public sealed record TodayGroup(string Heading, int Order, IReadOnlyList<TodayItem> Items);
