using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Delivering;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders.Deciding;
using Portal.E2E.Furniture;
using Portal.Tests.Tenders;

namespace Portal.E2E.Awards;

/// <summary>From opened bids to signed contracts for three lots, with a limit on lots, in the browser; the authority's director signs with a passkey.</summary>
[Collection(nameof(Journeys))]
public sealed class ThreeLotTests(Chrome chrome)
{
    private const string Password = "correct horse battery";

    private const string Tender = $"/tenders/{ThreeLots.Ref}";
    private static readonly string[] Lots = ["1", "2", "3"];

    [Fact]
    public async Task Three_lots_are_scored_agreed_ranked_awarded_and_signed()
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), 1280);
        await cast.Gather();
        await ThreeLots.Open(cast);
        await Score(cast, ThreeLots.Evaluators[0], 4);
        await Score(cast, ThreeLots.Evaluators[1], 3);
        await Agree(cast);
        await Rank(cast);
        await Decide(cast);
        await Sign(cast);
        await SignWithPasskey(cast);
        IReadOnlyList<string> faults = await cast.Faults();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task Declare(Visitor member)
    {
        await member.Go($"{Tender}/evaluation/declaration");
        await member.Tick("Conflict", "false");
        await member.Press("Declare");
    }

    private static async Task Score(Cast cast, string name, int score)
    {
        Visitor evaluator = await cast.Enter(name, Role.Evaluator);
        await Declare(evaluator);
        foreach (string lot in Lots)
        {
            string sheet = $"{Tender}/evaluation/lots/{lot}/sheet";
            await evaluator.Go(sheet);
            foreach (string page in await evaluator.Addresses("main table a"))
            {
                await evaluator.Go(page);
                Assert.DoesNotContain("£", await evaluator.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                await evaluator.Page.Locator($"input[name='Form.Score'][value='{score}']").CheckAsync();
                await evaluator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cite this paragraph" }).First.ClickAsync();
                await evaluator.Type("Reason", "A plan within three days meets the descriptor; outcomes are not measured.");
                await evaluator.Click(evaluator.Page.Locator("main form button[type=submit]").Last);
            }

            await evaluator.Go(sheet);
            await evaluator.Tick("StillNoConflict");
            await evaluator.Press("Lock my sheet");
        }
    }

    // Ashgrove is agreed one step better, and is a little dearer; nowhere are all scores of a lot the mean of the evaluators’.
    private static async Task Agree(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        await Declare(moderator);
        await moderator.Go($"{Tender}/evaluation");
        await moderator.Press("Begin moderation");
        string best = await Alias(cast, ThreeLots.Bidders[0].Code);
        foreach (string lot in Lots)
        {
            await moderator.Go($"{Tender}/evaluation/lots/{lot}/moderation");
            foreach (ILocator member in await moderator.Page.Locator("input[name='Form.Present']").AllAsync())
            {
                await member.CheckAsync();
            }

            await moderator.Type("Attendance", "Both evaluators and the moderator, 11 January 2027");
            await moderator.Press("Record attendance");
            foreach (string page in await moderator.Addresses("main table a"))
            {
                await moderator.Go(page);
                await moderator.Page.Locator($"input[name='Form.Score'][value='{(page.Contains(best, StringComparison.Ordinal) && !page.EndsWith("3/moderation/" + best + "/Q2", StringComparison.Ordinal) ? 4 : 3)}']").CheckAsync();
                await moderator.Type("Reason", "The panel agreed: the plan is concrete, the measuring of outcomes is not shown.");
                await moderator.Type("WhyOutside", "The panel read the plan together and agreed on it.");
                await moderator.Press("Keep the agreed score");
            }
        }

        await moderator.Go($"{Tender}/evaluation");
        await moderator.Press("Freeze the agreed scores");
    }

    private static async Task<string> Alias(Cast cast, string code)
    {
        OrganisationId bidder = await cast.Portal.Organisation(code, OrganisationKind.Provider);
        return await cast.Portal.WithDb(async db => Domain.Evaluation.AssessedBids.AliasInAddress(
            (await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, (await Domain.Tenders.TenderLoading.LoadTender(db, Actor.Portal, ThreeLots.Ref)).Id)).First(b => b.Bidder == bidder)));
    }

    private static async Task Rank(Cast cast)
    {
        await ThreeLots.Attend(cast);
        Visitor buyer = await cast.Enter("commissioner", Role.Commissioner);
        await buyer.Go($"{Tender}/evaluation");
        await buyer.Press("Score the prices and rank");
        await buyer.Go($"{Tender}/evaluation/ranking");
        Assert.Equal(3, await buyer.Page.Locator("caption", new PageLocatorOptions { HasText = "Ranking of lot" }).CountAsync());
        byte[] sheet = await buyer.Fetch($"{Tender}/evaluation/ranking.xlsx", "application/vnd.openxmlformats");
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
        await buyer.Follow("Go to the award");
    }

    // Ashgrove is first on every lot; with two lots at most it gets lots 3 and 1, and Birchway comes forward on lot 2.
    private static async Task Decide(Cast cast)
    {
        Visitor buyer = await cast.Enter("commissioner", Role.Commissioner);
        Visitor director = await cast.Enter("director", Role.Director);
        await buyer.Reads("has reached the limit with lots 1, 3");
        await buyer.Type("Reason", "They best satisfy the published criteria within the published limit.");
        await buyer.Press("Recommend the award");
        await director.Go($"{Tender}/award");
        await director.Type("Reason", "I have read the report and the agreed scores.");
        await director.Press("Decide the award");
        await buyer.Go($"{Tender}/award");
        await buyer.Press("Send every summary now");
        Visitor second = await cast.Enter(ThreeLots.Bidders[1].Name, Role.ProviderBidder);
        await second.Go($"{Tender}/result");
        await second.Reads("House, 1 Test Street, Birmingham B1 1AA");
        await buyer.Press("Publish the award notice (UK6)");
        await buyer.Reads("the agreements are printed");
        await Announce(cast);
        await cast.Portal.Do((RecordAwardApproval record) => record.Execute(cast.ActorOf("commissioner"), ThreeLots.Ref, ATender.AwardApproval, CancellationToken.None));
    }

    // The notice is written by the procedure, a moment after the press; the buyer enters it on the national platform and records the number.
    private static async Task Announce(Cast cast)
    {
        string? notice = null;
        for (int look = 0; look < 120 && notice is null; look++)
        {
            await Task.Delay(500);
            notice = await cast.Portal.WithDb(db => db.Notices.Where(n => n.TenderRef == ThreeLots.Ref && n.Kind == NoticeKind.ContractAward).Select(n => n.ReleaseId).FirstOrDefaultAsync());
        }

        Assert.NotNull(notice);
        await cast.Portal.Do((RecordNationalNumber record) => record.Execute(cast.ActorOf("commissioner"), ThreeLots.Ref, notice, "032704-2027", null, CancellationToken.None));
    }

    private static async Task Sign(Cast cast)
    {
        Visitor early = await cast.Enter(ThreeLots.Bidders[0].Name, Role.ProviderBidder);
        await early.Go($"{Tender}/result");
        await early.Reads("The standstill runs until the end of");
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        foreach ((string name, string code, _, _) in ThreeLots.Bidders)
        {
            OrganisationId winner = await cast.Portal.Organisation(code, OrganisationKind.Provider);
            await cast.Portal.Do((RecordDiligence record) => record.Execute(cast.ActorOf("commissioner"), ThreeLots.Ref, new DueDiligence(winner, true, true, true, "Policy and register, seen today", "", default)));
            Visitor bidder = await cast.Enter(name, Role.ProviderBidder);
            await bidder.Go($"{Tender}/result");
            await bidder.Type("Signatory", "A. Signatory");
            await bidder.Type("Position", "Director");
            await bidder.Press("Sign the agreement");
            await bidder.Follow("Read and check your agreement");
            byte[] agreement = await bidder.Fetch($"{Tender}/agreements/{winner.Value}/file", AgreementDocument.Pdf);
            await bidder.Page.Locator("input[name='copy']").SetInputFilesAsync(new FilePayload { Name = "agreement.pdf", MimeType = AgreementDocument.Pdf, Buffer = agreement });
            await bidder.Press("Check the copy");
            await bidder.Reads("exactly this document");
        }
    }

    private static async Task SignWithPasskey(Cast cast)
    {
        // A passkey belongs to a name, never to an address in numbers.
        Uri address = new UriBuilder(cast.Portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        Visitor director = await cast.Enter("director", Role.Director);
        await cast.Portal.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            Account account = await accounts.Users.SingleAsync(a => a.Person == cast.ActorOf("director").Person);
            await accounts.AddPasswordAsync(account, Password);
        });
        System.Net.Cookie session = await cast.Portal.SessionOf(cast.ActorOf("director"));
        await director.Page.Context.AddCookiesAsync([new Cookie { Name = session.Name, Value = session.Value, Url = address.ToString() }]);
        ICDPSession device = await director.Page.Context.NewCDPSessionAsync(director.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await director.Go(new Uri(address, "/accounts/passkeys").ToString());
        await director.Fill("Name of the passkey", "my key");
        await director.Fill("Your password", Password);
        await director.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();
        await director.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove my key" }).WaitForAsync();

        await director.Go(new Uri(address, $"{Tender}/award").ToString());
        await director.Type("Signatory", "D. Director");
        await director.Type("Position", "Director of the co-operative");
        await director.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign for the authority" }).ClickAsync();
        await director.Page.GetByText("The agreement is signed").First.WaitForAsync();
        Award award = await cast.Portal.WithDb(db => db.Awards.SingleAsync());
        Assert.Equal(["", "", "my key"], award.Signatures.Select(s => s.ConfirmedBy));
        Assert.Equal(["1", "2", "3"], award.Winners.Select(w => w.LotNumber).Order());
        await director.Go($"{Tender}/agreements");
        await director.Follow("agreement-");
        await director.Reads("confirmed by passkey “my key”");
    }
}
