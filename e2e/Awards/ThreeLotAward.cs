using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders.Deciding;
using Portal.Domain.Tenders.Drafting;
using Portal.E2E.Furniture;
using Portal.Tests.Tenders;

namespace Portal.E2E.Awards;

/// <summary>The award of three lots: within the limit, decided, told to all at once, announced, waited for, signed by everybody, and published as entered into.</summary>
internal static class ThreeLotAward
{
    private const string Tender = $"/tenders/{ThreeLots.Ref}";
    private const string Award = $"{Tender}/award";

    public static async Task Play(Cast cast)
    {
        await Decide(cast);
        await Tell(cast);
        await Announce(cast);
        await LookBeforeSigning(cast);
        await Wait(cast);
        await Sign(cast);
        await SeeWhatIsPublic(cast);
    }

    // Ashgrove is first on every lot; with one lot at most it gets lot 3, and the others come forward on lots 1 and 2.
    private static async Task Decide(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Reads("One supplier is awarded at most 1 lot.");
        await buyer.Reads("has reached the limit with lot 3");
        await buyer.Type("Reason", "They best satisfy the published criteria within the published limit.");
        await buyer.Press("Recommend the award");
        Visitor director = await cast.Enter("director", Role.Director);
        await director.Go(Award);
        await director.Type("Reason", "I have read the report and the agreed scores.");
        await director.Press("Decide the award");
    }

    private static async Task Tell(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go(Award);
        await buyer.Press("Send every summary now");
        Visitor passedOver = await cast.Enter(ThreeLots.Bidders[0].Name, Role.ProviderBidder);
        await passedOver.Go($"{Tender}/result");
        await passedOver.Reads("This lot is not awarded to you because of the published limit.");
        Visitor forward = await cast.Enter(ThreeLots.Bidders[1].Name, Role.ProviderBidder);
        await forward.Go($"{Tender}/result");
        await forward.Reads("A supplier placed above you has reached the published limit.");
        byte[] letter = await forward.Fetch($"{Tender}/result/letter.pdf", "application/pdf");
        Assert.Equal("%PDF"u8.ToArray(), letter[..4]);
    }

    // Without its number on the central digital platform nobody signs.
    private static async Task Announce(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go(Award);
        await buyer.Press("Publish the award notice (UK6)");
        await buyer.Reads("the agreements are printed");
        await cast.CatchUp();
        await buyer.Go($"{Tender}/notices");
        await buyer.Follow("UK6");
        await buyer.Press("Record the national notice number");
        await buyer.Type("Number", "032704-2027");
        await buyer.Press("Record");
        await cast.Portal.Do((AssessConflicts assess) => assess.Execute(cast.ActorOf("director"), ThreeLots.Ref, "Everybody was asked again, bidder by bidder.", "None needed steps.", CancellationToken.None));
        await cast.Portal.Do((RecordAwardApproval record) => record.Execute(cast.ActorOf("drafter"), ThreeLots.Ref, ATender.AwardApproval, CancellationToken.None));
    }

    private static async Task LookBeforeSigning(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go(Award);
        string[] suppliers = await buyer.Addresses("a[href*='/diligence/']");
        Assert.Equal(3, suppliers.Length);
        foreach (string supplier in suppliers)
        {
            await buyer.Go(supplier);
            await buyer.Tick("Insured");
            await buyer.Tick("Registered");
            await buyer.Tick("NotExcluded");
            await buyer.Type("Evidence", "Policy schedule and the regulator's register, looked at today.");
            await buyer.Press("Keep what was found");
        }
    }

    // Eight working days from Monday 11 January end with Wednesday 20 January; the clock, not a person, ends the standstill.
    private static async Task Wait(Cast cast)
    {
        Visitor early = await cast.Enter(ThreeLots.Bidders[0].Name, Role.ProviderBidder);
        await early.Go($"{Tender}/result");
        await early.Reads("may not sign before the end of Wednesday 20 January 2027");
        Assert.Equal(0, await early.Page.Locator("[name='Form.Signatory']").CountAsync());
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        await cast.CatchUp();
    }

    private static async Task Sign(Cast cast)
    {
        foreach ((string name, _, _, _) in ThreeLots.Bidders)
        {
            Visitor bidder = await cast.Enter(name, Role.ProviderBidder);
            await bidder.Go($"{Tender}/result");
            await bidder.Type("Signatory", "A. Signatory");
            await bidder.Type("Position", "Director");
            await bidder.Press("Sign the agreement");
        }

        await SignWithAPasskey(cast);
        Award award = await cast.Portal.WithDb(db => db.Awards.SingleAsync());
        Assert.Equal(["1 Birchway", "2 Cedarfield", "3 Ashgrove"], award.Winners.Select(w => $"{w.LotNumber} {NameOf(cast, w.Bidder)}").Order());
        Assert.Equal(["", "", "", VirtualPasskey.Name], award.Signatures.Select(s => s.ConfirmedBy));
        Assert.All(award.Signatures.Take(3), s => Assert.Equal(award.DocumentOf(s.Party)!.Sha256, s.DocumentSha256));
    }

    private static async Task SignWithAPasskey(Cast cast)
    {
        Visitor director = await cast.Enter("director", Role.Director);
        Uri home = await VirtualPasskey.Give(cast, "director");
        await director.Go(new Uri(home, Award).ToString());
        await director.Reads("Your device asks for your passkey when you press the button.");
        await director.Type("Signatory", "D. Director");
        await director.Type("Position", "Director of the co-operative");
        await director.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign for the authority", Exact = true }).ClickAsync();
        await director.Page.GetByText("The agreement is signed by every party").WaitForAsync();
        await director.Look();
    }

    private static string NameOf(Cast cast, OrganisationId bidder) => ThreeLots.Bidders.Single(b => cast.ActorOf(b.Name).Organisation == bidder).Name;

    private static async Task SeeWhatIsPublic(Cast cast)
    {
        await cast.CatchUp();
        string details = await cast.Portal.WithDb(db => db.Notices.Where(n => n.TenderRef == ThreeLots.Ref && n.Kind == NoticeKind.ContractDetails).Select(n => n.ReleaseJson).SingleAsync());
        Assert.Contains("declared interests after the bidders were known, last on Monday 11 January 2027", details, StringComparison.Ordinal);
        Visitor anybody = await cast.Public();
        await anybody.Go($"{Tender}/notices");
        await anybody.Reads("UK7");
        Visitor winner = await cast.Enter(ThreeLots.Bidders[2].Name, Role.ProviderBidder);
        await winner.Go($"{Tender}/result");
        await winner.Follow("Your signed agreement");
        await winner.Reads("D. Director");
    }
}
