using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>Two people, each with a passphrase of their own, open the bids after the deadline, and nobody before.</summary>
public static class OpeningStage
{
    /// <summary>Each opener's key, made before the publication; the passphrases are shown once.</summary>
    public static async Task SetUpKeys(Cast cast)
    {
        foreach (string name in new[] { "opener one", "opener two" })
        {
            Visitor opener = await cast.Enter(name, Role.Opener);
            await opener.Go("/openings");
            await opener.Press("Set up my key");
            cast.Passphrases[name] = (await opener.Page.Locator(".portal-passphrase").InnerTextAsync()).Trim();
        }
    }

    /// <param name="opens">When the bids may be opened; the journey's own deadline and an hour unless told.</param>
    /// <param name="inALot">How many there are in a lot.</param>
    public static async Task Play(Cast cast, DateTimeOffset? opens = null, int inALot = 3)
    {
        Visitor first = await cast.Enter("opener one", Role.Opener);
        await first.Go($"/tenders/{cast.Ref}/opening");
        await first.Reads("cannot take part now");
        cast.Portal.Clock.MoveTo(opens ?? BiddingStage.Closes.AddMinutes(61));
        await Attend(cast, first, "opener one", "I am present");
        Visitor second = await cast.Enter("opener two", Role.Opener);
        await Attend(cast, second, "opener two", "I am present: open the bids");
        await second.Reads($"{inALot} bids opened");
        await second.Reads("The price envelopes are still sealed");
    }

    /// <summary>The second act: the same two open the prices when quality is agreed and frozen.</summary>
    public static async Task OpenPrices(Cast cast, int inALot = 3)
    {
        await Attend(cast, await cast.Enter("opener one", Role.Opener), "opener one", "I am present");
        Visitor second = await cast.Enter("opener two", Role.Opener);
        await Attend(cast, second, "opener two", "I am present: open the prices");
        await second.Reads($"Prices of {inALot} bids opened");
    }

    private static async Task Attend(Cast cast, Visitor opener, string name, string button)
    {
        await opener.Go($"/tenders/{cast.Ref}/opening");
        await opener.Page.Locator("#Passphrase").FillAsync(cast.Passphrases[name]);
        await opener.Press(button);
    }
}
