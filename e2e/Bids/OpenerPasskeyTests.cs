using Microsoft.Playwright;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>An opener lets a passkey open the key beside the passphrase, rehearses it, and comes to the opening with it.</summary>
[Collection(nameof(PhoneJourneys))]
public sealed class OpenerPasskeyTests(Chrome chrome)
{
    [Fact]
    public async Task An_opener_opens_with_a_passkey()
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), 320);
        await cast.Gather();
        await LastMinuteScene.Publish(cast);
        Visitor opener = await cast.Enter("opener one", Role.Opener);
        Uri home = await VirtualPasskey.Give(cast, "opener one");

        await opener.Go(new Uri(home, "/openings").ToString());
        await opener.Unfold("Open it with a passkey too");
        await opener.Page.Locator("#accept-passphrase").FillAsync(LastMinuteScene.Passphrase);
        await Ask(opener, "Let my passkey open it too");
        await opener.Page.GetByText("Your passkey opens your key from now on").WaitForAsync();
        await opener.Look();
        await Ask(opener, "Test it (with my passkey)");
        await opener.Page.GetByText("Your passkey works").WaitForAsync();

        cast.Portal.Clock.MoveTo(LastMinuteScene.Closes.AddMinutes(61));
        await opener.Go(new Uri(home, $"/tenders/{LastMinuteScene.Ref}/opening").ToString());
        await Ask(opener, "I am present (with my passkey)");
        await opener.Page.GetByText("One more person is needed").WaitForAsync();
        Actor second = cast.ActorOf("opener two");
        OpeningRecord? record = await cast.Portal.Do((AttendOpening attend) => attend.Execute(second, LastMinuteScene.Ref, LastMinuteScene.Passphrase, null, CancellationToken.None));

        Assert.True(record!.UnderSharedKey);
        Assert.Empty(opener.Faults);
    }

    private static Task Ask(Visitor opener, string button) => opener.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
