using System.Net;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using FrameworkTerms = Portal.Domain.Tenders.FrameworkTerms;

namespace Portal.Tests.Tenders;

/// <summary>A tender sets up a closed, open or flexible framework; the law room says how long each may last.</summary>
public sealed class FrameworkFormTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly FrameworkTerms FourYears = new()
    {
        Ref = "WM-2027",
        StartsOn = new DateOnly(2027, 4, 1),
        EndsOn = new DateOnly(2031, 3, 31),
        SelectionProcess = "The best match.",
        PriceMechanism = "The schedule price.",
        WhoMayUse = "The authorities.",
    };

    [Theory]
    [Rule("A8-04")]
    [InlineData(Regime.Full, FrameworkForm.Closed, null, "")]
    [InlineData(Regime.Full, FrameworkForm.Closed, "2031-04-01", "FRAMEWORK_YEARS")] // an extension counts
    [InlineData(Regime.Full, FrameworkForm.Flexible, null, "JOINING_NEEDS_LIGHT_TOUCH")]
    [InlineData(Regime.Full, FrameworkForm.Open, "2035-03-31", "")]
    [InlineData(Regime.LightTouch, FrameworkForm.Closed, "2037-03-31", "")]
    [InlineData(Regime.LightTouch, FrameworkForm.Flexible, "2037-03-31", "")]
    [InlineData(Regime.LightTouch, FrameworkForm.Open, "2037-03-31", "OPEN_FRAMEWORK_YEARS")]
    [InlineData(Regime.LightTouch, FrameworkForm.Closed, "2030-03-31", "FRAMEWORK_TERM")] // before its end
    public void A_form_lasts_as_long_as_the_regime_lets_it(Regime regime, FrameworkForm form, string? extensionsTo, string blocks)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()));
        tender.Describe(ATender.Basics with { Regime = regime });
        tender.SetUpFramework(FourYears with
        {
            OpenFramework = form == FrameworkForm.Open,
            ClosedFramework = form == FrameworkForm.Closed,
            ExtensionsTo = extensionsTo is null ? null : DateOnly.ParseExact(extensionsTo, "yyyy-MM-dd"),
        });

        string[] codes = ["FRAMEWORK_YEARS", "OPEN_FRAMEWORK_YEARS", "JOINING_NEEDS_LIGHT_TOUCH", "FRAMEWORK_TERM"];
        Assert.Equal(blocks, string.Join(' ', tender.WhatBlocksPublication(ATender.Now).Select(r => r.Code).Where(codes.Contains)));
        Assert.Equal(form, tender.Framework!.Form);
    }

    [Fact]
    public async Task The_draft_chooses_the_form_and_the_public_reads_it()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);
        string page = $"/tenders/{reference}/draft/framework";

        HttpResponseMessage saved = await browser.PostForm(page, [.. Fields("WM-2031", "Closed"), ("Form.LongerTermReason", " Homes take years to build. ")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(FrameworkForm.Closed, (await app.Tender(reference)).Framework!.Form);
        Assert.Matches("value=\"Closed\"[^>]*checked|checked[^>]*value=\"Closed\"", await browser.Page(page));
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None));
        string read = PostForms.Words(await app.Public().Page($"/tenders/{reference}"));
        Assert.Contains("Joining later Nobody joins after the award", read, StringComparison.Ordinal);
        Assert.Contains("Why longer than four years (section 47) Homes take years to build.", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_uplift_rule_is_stated_before_publication_and_half_of_one_is_not_published()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);
        string page = $"/tenders/{reference}/draft/framework";

        await browser.PostForm(page, [.. Fields("WM-2032", "Flexible"), ("Form.UpliftIndex", "Consumer Prices Index")]);
        Assert.Contains("CAP", (await app.Tender(reference)).WhatBlocksPublication(ATender.Now).Select(r => r.Code));
        await browser.PostForm(page, [.. Fields("WM-2032", "Flexible"), ("Form.National", "true"), ("Form.UpliftIndex", "Consumer Prices Index"), ("Form.UpliftCap", "4")]);
        Assert.Contains("NO_BOARD", (await app.Tender(reference)).WhatBlocksPublication(ATender.Now).Select(r => r.Code));
        await browser.PostForm(page, [.. Fields("WM-2032", "Flexible"), ("Form.UpliftIndex", "Consumer Prices Index"), ("Form.UpliftCap", "4"), ("Form.UpliftEarliestOn.Day", "1"), ("Form.UpliftEarliestOn.Month", "4"), ("Form.UpliftEarliestOn.Year", "2028")]);

        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None));
        Assert.Contains("by the lower of 4 % and the Consumer Prices Index, from Saturday 1 April 2028 at the earliest", PostForms.Words(await app.Public().Page($"/tenders/{reference}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_tenders_for_places_on_a_closed_framework_that_is_there_already()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        await Closed(commissioner.Organisation, "WM-CLOSED");
        HttpClient browser = await app.SignedInAs(commissioner);

        HttpResponseMessage refused = await browser.PostForm($"/tenders/{reference}/draft/framework", Fields("WM-CLOSED", "Flexible"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("promised that nobody joins it", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBroken>(() => app.Do((SetUpFramework use) => use.Execute(commissioner, reference, FourYears with { Ref = "WM-CLOSED" }, CancellationToken.None)));
    }

    [Fact]
    public async Task A_framework_that_closed_after_the_draft_named_it_stops_the_publication()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        await app.Do((SetUpFramework use) => use.Execute(commissioner, reference, FourYears with { Ref = "WM-CLOSED-LATER" }, CancellationToken.None));
        await Closed(commissioner.Organisation, "WM-CLOSED-LATER");

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None)));

        Assert.Equal("CLOSED_FORM", Assert.Single(refused.Reasons).Code);
        Assert.False((await app.Tender(reference)).IsPublished);
    }

    [Fact]
    public void A_closed_framework_takes_the_winners_of_its_own_tender_and_of_no_other()
    {
        Framework closed = Framework.Open("WM-2027", "Children's homes", FrameworkLevel.Regional, Id.New<OrganisationId>(), Id.New<OrganisationId>(), new DateOnly(2027, 4, 1), new DateOnly(2031, 3, 31), new Money(1_000_000m), "WM-2026-0001", true);
        Assert.Empty(closed.WhatBlocksJoining("WM-2026-0002"));
        closed.SetTerms(FrameworkForm.Closed, null, pendingHomesAllowed: false);

        Assert.Empty(closed.WhatBlocksJoining("WM-2026-0001"));
        Assert.Equal("CLOSED_FORM", Assert.Single(closed.WhatBlocksJoining("WM-2026-0002")).Code);
    }

    // Another tender's framework, which nobody joins.
    private Task Closed(OrganisationId lead, string reference) => app.WithDb(async db =>
    {
        Framework closed = Framework.Open(reference, "Children’s homes", FrameworkLevel.Regional, lead, lead, new DateOnly(2026, 1, 1), new DateOnly(2029, 12, 31), new Money(1_000_000m), "WM-2025-0001", true);
        closed.SetTerms(FrameworkForm.Closed, null, pendingHomesAllowed: false);
        db.Add(closed);
        await db.Save(Actor.Portal);
    });

    private static (string, string)[] Fields(string framework, string joining) =>
    [
        ("Form.IsFramework", "true"), ("Form.FrameworkRef", framework), ("Form.WhoMayUse", "All"), ("Form.SelectionProcess", "Ranked"), ("Form.PriceMechanism", "Schedule"), ("Form.Joining", joining),
        ("Form.StartsOn.Day", "1"), ("Form.StartsOn.Month", "4"), ("Form.StartsOn.Year", "2027"), ("Form.EndsOn.Day", "31"), ("Form.EndsOn.Month", "3"), ("Form.EndsOn.Year", "2031"),
    ];
}
