using System.Net;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Domain.Tenders.Publishing;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using FrameworkTerms = Portal.Domain.Tenders.FrameworkTerms;

namespace Portal.Tests.Tenders;

/// <summary>A tender for places on a framework that is there already says what the framework says, or is not published.</summary>
public sealed class StandingFrameworkTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly OrganisationId Lead = Id.New<OrganisationId>();

    private static readonly UpliftTerms Rule = new("Consumer Prices Index", 4m, null, UpliftTerms.UsualQuorum, UpliftTerms.UsualVoteDays, "The framework terms.");

    private static readonly LotCover Young = new(8, 15, ["trauma", "autism"], "The region", Judgement.Good);

    private static readonly FrameworkTerms Same = new()
    {
        Ref = "WM-OLD",
        StartsOn = new DateOnly(2026, 1, 1),
        EndsOn = new DateOnly(2033, 12, 31),
        SelectionProcess = "The best match.",
        PriceMechanism = "The schedule price.",
        WhoMayUse = "The authorities.",
        OpenFramework = true,
        Uplift = Rule,
    };

    [Fact]
    [Rule("A4-08")]
    public void What_the_draft_says_otherwise_is_named_with_both_values_and_blocks()
    {
        Assert.Empty(Contradictions(Drafted(Same), Old()));

        Tender tender = Drafted(Same with { OpenFramework = false, EndsOn = new DateOnly(2031, 12, 31), Uplift = Rule with { CapPercent = 6m }, RegisterClause = false });
        tender.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with { ServiceType = "crisis", EndsOn = new DateOnly(2031, 3, 31) }));
        string[] said = Contradictions(tender, Old());

        Assert.Contains(said, s => s.Contains("“at its re-openings (open framework, section 49)”, this draft “by the framework’s own rules (flexible)”", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("Its last day is not the same: framework WM-OLD says “Saturday 31 December 2033”, this draft “Wednesday 31 December 2031”", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("the lower of 4 %", StringComparison.Ordinal) && s.Contains("the lower of 6 %", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Whom lot 1 is for", StringComparison.Ordinal) && s.Contains("Ages 8 to 15", StringComparison.Ordinal) && s.Contains("this draft “everybody”", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("says “Residential”, this draft “Crisis”", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Whether its prices bind", StringComparison.Ordinal));
        Assert.All(said, s => Assert.EndsWith("give it the reference of a new framework.", s, StringComparison.Ordinal));
        Assert.Throws<RuleBroken>(() => tender.Publish(ATender.Now, Old()));
    }

    [Fact]
    public void The_same_needs_in_another_order_and_a_lot_that_is_new_contradict_nothing()
    {
        Tender tender = Drafted(Same, "1", "2");
        tender.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with { Cover = Young with { Needs = ["autism", "trauma", "autism"] } }));

        Assert.Empty(Contradictions(tender, Old()));
    }

    [Fact]
    public void A_framework_of_another_authority_takes_no_winners_of_this_one()
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()));
        tender.SetUpFramework(Same);

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now, Old()), r => r.Code == "FRAMEWORK_OF_ANOTHER");
    }

    [Theory]
    [Rule("A8-05")]
    [InlineData("2026-01-01", "")]
    [InlineData("2025-11-20", "OPEN_FRAMEWORK_YEARS")] // awarded before its term began: the eight years end earlier
    [InlineData(null, "")]
    public void The_eight_years_count_from_the_first_award_and_from_the_plan_while_there_is_none(string? awarded, string blocks)
    {
        DateOnly[] awards = awarded is null ? [] : [DateOnly.ParseExact(awarded, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 6, 1)];
        Reason[] found = [.. Drafted(Same).WhatBlocksPublication(ATender.Now, Old(awards)).Where(r => r.Rule == "A8-05")];

        Assert.Equal(blocks, string.Join(' ', found.Select(r => r.Code)));
        Assert.All(found, r => Assert.Contains("It was first awarded on Thursday 20 November 2025.", r.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Rule("A8-05")]
    public void Where_no_award_exists_yet_the_page_says_that_the_plan_counts()
    {
        Tender first = Drafted(Same);

        Assert.Contains(first.Warnings(ATender.Now, null), w => w.Code == "YEARS_FROM_PLAN" && w.Text.Contains("planned start, Thursday 1 January 2026", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Warnings(ATender.Now, Old(new DateOnly(2026, 1, 1))), w => w.Code == "YEARS_FROM_PLAN");
        first.SetUpFramework(Same with { ExtensionsTo = new DateOnly(2034, 6, 30) });
        Assert.Contains(first.WhatBlocksPublication(ATender.Now), r => r.Code == "OPEN_FRAMEWORK_YEARS" && r.Text.Contains("There is no award yet", StringComparison.Ordinal));
    }

    [Fact]
    [Rule("A8-05")]
    public void The_re_opening_counts_from_the_awards_and_one_planned_too_late_is_told()
    {
        Assert.Equal(new DateOnly(2028, 11, 19), Old(new DateOnly(2025, 11, 20)).ReopenBy);
        Assert.Equal(new DateOnly(2031, 5, 31), Old(new DateOnly(2025, 11, 20), new DateOnly(2026, 6, 1)).ReopenBy);
        Assert.Contains("from its start, Thursday 1 January 2026. It must be awarded again by Sunday 31 December 2028.", Old().YearsInWords, StringComparison.Ordinal);

        Tender late = Drafted(Same); // its signature is planned for 22 February 2027
        Assert.Contains(late.Warnings(ATender.Now, Old(new DateOnly(2024, 1, 10))), w => w.Code == "REOPENED_LATE");
        Assert.DoesNotContain(late.Warnings(ATender.Now, Old(new DateOnly(2025, 11, 20))), w => w.Code == "REOPENED_LATE");
    }

    [Theory]
    [Rule("A8-05")]
    [InlineData("2027-04-01", false, "2035-03-31", "2035-03-31")]
    [InlineData("2027-03-01", false, "2035-02-28", "2035-02-28")] // awarded a month before its planned start
    [InlineData("2027-03-01", true, "2031-02-28", "2031-02-28")]
    public void At_its_award_an_open_framework_is_cut_to_the_years_that_the_law_gives(string awarded, bool single, string ends, string latest)
    {
        Framework framework = Opened(FrameworkForm.Open);

        bool shorter = framework.CountYearsFrom(DateOnly.ParseExact(awarded, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), single);

        Assert.Equal(awarded != "2027-04-01", shorter);
        Assert.Equal((ends, latest), ($"{framework.EndsOn:yyyy-MM-dd}", $"{framework.MayExtendTo ?? framework.EndsOn:yyyy-MM-dd}"));
        Assert.False(Opened(FrameworkForm.Flexible).CountYearsFrom(new DateOnly(2020, 1, 1), single));
    }

    [Theory]
    [Rule("A8-04")]
    [InlineData("2031-03-31", null, "")]
    [InlineData("2031-03-31", "2031-03-31", "")]
    [InlineData("2031-03-31", "2033-03-31", "OUTLASTS_FRAMEWORK")]
    [InlineData("2031-04-01", null, "OUTLASTS_FRAMEWORK")]
    [InlineData("2031-03-31", "2030-03-31", "LOT_DATES")]
    public void A_lot_lasts_no_longer_than_its_framework_extensions_included(string ends, string? extends, string blocks)
    {
        Tender tender = Drafted(Same with { StartsOn = new DateOnly(2027, 4, 1), EndsOn = new DateOnly(2031, 3, 31) });
        tender.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with
        {
            EndsOn = DateOnly.ParseExact(ends, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ExtensionsTo = extends is null ? null : DateOnly.ParseExact(extends, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }));

        Finding[] found = [.. tender.Findings(ATender.Now).Where(f => f.Reason.Code is "OUTLASTS_FRAMEWORK" or "LOT_DATES")];
        Assert.Equal(blocks, string.Join(' ', found.Select(f => f.Reason.Code)));
        Assert.All(found, f => Assert.Equal(TenderSection.Lots, f.Section));
        tender.SetUpFramework(null);
        Assert.DoesNotContain(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "OUTLASTS_FRAMEWORK");
    }

    [Fact]
    public async Task The_pages_name_the_contradiction_and_the_draft_that_agrees_is_published()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        await app.WithDb(async db =>
        {
            Framework old = Framework.Open("WM-DOOR", "Children’s homes", FrameworkLevel.Regional, commissioner.Organisation, commissioner.Organisation, new DateOnly(2026, 1, 1), new DateOnly(2033, 12, 31), new Money(1_000_000m), null, true);
            old.SetTerms(FrameworkForm.Open, null, pendingHomesAllowed: false);
            old.AddLot("1", "Homes", "residential", "week");
            old.GoLive(ATender.Now);
            db.Add(old);
            await db.Save(Actor.Portal);
        });
        FrameworkTerms terms = Same with { Ref = "WM-DOOR", Uplift = null };
        await app.Do((SetUpFramework use) => use.Execute(commissioner, reference, terms with { EndsOn = new DateOnly(2032, 12, 31) }, CancellationToken.None));
        HttpClient browser = await app.SignedInAs(commissioner);
        const string Said = "Its last day is not the same: framework WM-DOOR says “Saturday 31 December 2033”, this draft “Friday 31 December 2032”";

        Assert.Contains("Its last day Saturday 31 December 2033 Friday 31 December 2032", PostForms.Words(await browser.Page($"/tenders/{reference}/draft/framework")), StringComparison.Ordinal);
        foreach (string page in (string[])["publish", "draft"])
        {
            Assert.Contains(Said, PostForms.Words(await browser.Page($"/tenders/{reference}/{page}")), StringComparison.Ordinal);
        }

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None)));
        Assert.All(refused.Reasons, r => Assert.Equal("FRAMEWORK_SAYS_OTHERWISE", r.Code));
        Assert.False((await app.Tender(reference)).IsPublished);

        await app.Do((SetUpFramework use) => use.Execute(commissioner, reference, terms, CancellationToken.None));
        await app.Do((PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None));
        Assert.True((await app.Tender(reference)).IsPublished);
        foreach (string page in (string[])["/frameworks/WM-DOOR", "/frameworks/WM-DOOR/rounds"])
        {
            HttpResponseMessage shown = await browser.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Contains("its years count from its start, Thursday 1 January 2026", PostForms.Words(await shown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    private static string[] Contradictions(Tender tender, StandingFramework standing) =>
        [.. tender.WhatBlocksPublication(ATender.Now, standing).Where(r => r.Code is "FRAMEWORK_SAYS_OTHERWISE" or "FRAMEWORK_OF_ANOTHER").Select(r => r.Text)];

    private static Tender Drafted(FrameworkTerms terms, params string[] lots)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Lead), "WM-2026-0001", lots);
        tender.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with { Cover = Young }));
        tender.SetUpFramework(terms);
        return tender;
    }

    private static StandingFramework Old(params DateOnly[] awards)
    {
        Framework framework = Framework.Open("WM-OLD", "Children’s homes", FrameworkLevel.Regional, Lead, Lead, new DateOnly(2026, 1, 1), new DateOnly(2033, 12, 31), new Money(1_000_000m), "WM-2025-0001", true);
        framework.SetTerms(FrameworkForm.Open, null, pendingHomesAllowed: false);
        framework.AddLot("1", "Homes for up to four children", "residential", "week");
        framework.TakeCover("1", Young);
        return new StandingFramework(framework, Rule, awards);
    }

    private static Framework Opened(FrameworkForm form)
    {
        Framework framework = Framework.Open("WM-2027", "Children’s homes", FrameworkLevel.Regional, Lead, Lead, new DateOnly(2027, 4, 1), new DateOnly(2035, 3, 31), new Money(1_000_000m), "WM-2026-0001", true);
        framework.SetTerms(form, null, pendingHomesAllowed: false);
        return framework;
    }
}
