using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Fees;

/// <summary>The officer who asked cannot approve the fee; finance and the head of service compare it and do.</summary>
public static class FeeStage
{
    public static async Task Play(Cast cast)
    {
        Visitor finance = await cast.Enter("finance", Role.Finance, cast.Authority);
        await finance.Go("/fees");
        if (await finance.Page.GetByText("Put them in the list").CountAsync() > 0)
        {
            await finance.Press("Put them in the list");
        }

        await finance.Click(finance.Page.Locator("main table a").First);
        string fee = new Uri(finance.Page.Url).AbsolutePath;
        await finance.Reads("What the fee is held against");
        await finance.Reads("£5,900.00");
        await RequesterIsRefused(cast, fee);
        await finance.Press("Approve the fee");
        Visitor head = await cast.Enter("head of service", Role.HeadOfService, cast.Authority);
        await head.Go(fee);
        await head.Press("Approve the fee");
        Visitor legal = await cast.Enter("monitoring officer", Role.Legal, cast.Authority);
        await legal.Go(fee);
        await legal.Press("Approve the fee");
        await finance.Go(fee);
        await finance.Reads("Approved");
    }

    private static async Task RequesterIsRefused(Cast cast, string fee)
    {
        await cast.Portal.WithDb(async db =>
        {
            Person officer = await db.People.SingleAsync(p => p.Id == cast.ActorOf("officer").Person);
            officer.HoldRoles(cast.Authority, [Role.PlacementOfficer, Role.Finance]);
            await db.Save(Actor.Portal);
        });
        Visitor requester = await cast.Enter("officer", Role.PlacementOfficer, cast.Authority);
        await requester.Go(fee);
        Assert.Equal(0, await requester.Page.GetByText("Approve the fee").CountAsync());
        await requester.Reads("somebody else must approve its fee");
    }
}
