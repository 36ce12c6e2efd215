using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Tests.Tenders;

public sealed class TenderTests
{
    private static readonly OrganisationId Buyer = Id.New<OrganisationId>();
    private readonly Actor commissioner = ATender.Commissioner(Buyer);

    [Fact]
    public void A_complete_tender_is_not_blocked() => Assert.Empty(ATender.Ready(commissioner).WhatBlocksPublication(ATender.Now));

    [Fact]
    public void An_empty_draft_is_blocked_in_every_section_by_rule()
    {
        Tender tender = Tender.Draft("WM-2026-0002", "Empty", Buyer, commissioner.Person, ATender.Now);

        IReadOnlyList<Finding> findings = tender.Findings(ATender.Now);

        Assert.Equal(
            [TenderSection.Basics, TenderSection.Lots, TenderSection.Dates, TenderSection.Documents, TenderSection.Team, TenderSection.Conflicts, TenderSection.Approval],
            findings.Select(f => f.Section).Distinct());
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.Reason.Rule)));
        Assert.Throws<RuleBroken>(() => tender.Publish(ATender.Now));
        Assert.Equal(TenderStage.Drafting, tender.Stage);
    }

    [Theory]
    [InlineData(40, 20, 39.99)]
    [InlineData(40, 20, 40.01)]
    [InlineData(60, 20, 40)]
    public void Weights_must_add_up_to_exactly_one_hundred(double first, double second, double price)
    {
        Tender tender = ATender.Ready(commissioner);
        tender.ChangeLot("1", "criteria", lot => lot.AssessBy([.. lot.Criteria.Zip([first, second, price], (c, w) => c with { Weight = (decimal)w })]));

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r is { Code: "WEIGHTS", Rule: "A4-12" });
    }

    [Fact]
    public void A_criterion_that_nobody_asks_about_blocks()
    {
        Tender tender = ATender.Ready(commissioner);
        tender.ChangeLot("1", "questions", lot => lot.Ask([lot.Questions[0]]));

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "CRITERION_UNASKED");
    }

    [Theory]
    [InlineData("ceilingFloor")]
    [InlineData("benchmark")]
    [InlineData("cheapestWins")]
    [InlineData("fixedPrice")]
    public void A_price_method_without_its_settings_blocks(string method)
    {
        Tender tender = ATender.Ready(commissioner);
        tender.ChangeLot("1", "prices", lot => lot.PriceBy(lot.PriceLines, lot.PriceMethod with { Method = method }));

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r.Code is "PRICE_METHOD" or "PRICE_WEIGHT");
    }

    [Fact]
    public void The_drafter_cannot_make_the_conflicts_assessment() =>
        Assert.Throws<NotAllowed>(() => ATender.Ready(commissioner).AssessConflicts(commissioner, "Fine", "Fine", ATender.Now));

    [Fact]
    public void An_opener_cannot_be_an_evaluator()
    {
        PersonId both = Id.New<PersonId>();

        RuleBroken refused = Assert.Throws<RuleBroken>(() => ATender.Ready(commissioner).ChooseTeam([(both, "Bo", TeamPart.Opener), (both, "Bo", TeamPart.Evaluator)]));

        Assert.Equal("D1-03", Assert.Single(refused.Reasons).Rule);
    }

    [Fact]
    public void Publishing_freezes_the_methodology_under_its_hash()
    {
        Tender tender = ATender.Published(commissioner);

        Assert.Equal(TenderStage.Open, tender.Stage);
        Assert.Equal(Methodology.Sha256(tender), tender.MethodologySha256);
        Assert.Equal("NOT_DRAFTING", Assert.Single(Assert.Throws<RuleBroken>(() => tender.ChangeLot("1", "prices", _ => { })).Reasons).Code);
        Assert.Contains(tender.Happenings, h => h.Action == "tender.published");
    }

    [Fact]
    public void One_changed_weight_changes_the_hash()
    {
        Tender first = ATender.Ready(commissioner);
        string before = Methodology.Sha256(first);
        first.ChangeLot("1", "criteria", lot => lot.AssessBy([.. lot.Criteria.Select(c => c.Code == "Q1" ? c with { Weight = 41 } : c)]));

        Assert.NotEqual(before, Methodology.Sha256(first));
    }

    [Fact]
    public void A_bid_is_in_time_at_the_deadline_and_late_a_tick_after()
    {
        Tender tender = ATender.Published(commissioner);

        Assert.True(tender.TakesBids(ATender.Closes));
        Assert.False(tender.TakesBids(ATender.Closes.AddTicks(1)));
        Assert.Throws<RuleBroken>(() => tender.Close(ATender.Closes));
        tender.Close(ATender.Closes.AddTicks(1));
        Assert.Equal(TenderStage.Closed, tender.Stage);
    }

    [Fact]
    public void Nothing_is_opened_before_its_time()
    {
        Tender tender = ATender.Published(commissioner);
        tender.Close(ATender.Closes.AddSeconds(1));

        Assert.Throws<RuleBroken>(() => tender.RecordOpening(ATender.Closes.AddMinutes(59)));
        tender.RecordOpening(ATender.Closes.AddHours(1));
        Assert.Equal(TenderStage.Opened, tender.Stage);
    }

    [Fact]
    public void A_standstill_blocks_signing_until_its_last_day_is_over_in_London()
    {
        Tender tender = ATender.Published(commissioner);
        tender.Close(ATender.Closes.AddSeconds(1));
        tender.RecordOpening(ATender.Closes.AddHours(1));
        tender.StartQualification(ATender.Closes);
        tender.StartScoring(ATender.Closes);
        tender.StartModeration(ATender.Closes);
        tender.StartPricing(ATender.Closes);
        tender.StartDeciding(ATender.Closes);
        tender.BeginStandstill(new DateOnly(2027, 6, 10));

        Assert.Throws<RuleBroken>(() => tender.Sign(ATender.Closes));
        Assert.Throws<RuleBroken>(() => tender.EndStandstill(new DateTimeOffset(2027, 6, 10, 22, 59, 59, TimeSpan.Zero)));
        tender.EndStandstill(new DateTimeOffset(2027, 6, 10, 23, 0, 0, TimeSpan.Zero));
        tender.Sign(new DateTimeOffset(2027, 6, 11, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(TenderStage.Signed, tender.Stage);
    }

    [Fact]
    public void A_deadline_moves_later_never_earlier()
    {
        Tender tender = ATender.Published(commissioner);

        Assert.Throws<RuleBroken>(() => tender.Amend(new Amendment("Sooner", "Hurry", "No more time", ClosesAt: ATender.Closes.AddDays(-1)), ATender.Now));
        tender.Amend(new Amendment("A week more", "Many questions", "Yes: a week", ClosesAt: ATender.Closes.AddDays(7)), ATender.Now);
        Assert.Equal(ATender.Closes.AddDays(7), tender.ClosesAt);
        Assert.Equal(tender.ClosesAt, tender.OpensAt);
        Assert.Throws<RuleBroken>(() => tender.Amend(new Amendment("Late", "Late", "No more time"), ATender.Closes.AddDays(8)));
    }

    [Fact]
    public void A_cancelled_tender_owes_a_notice_only_when_it_was_published()
    {
        Tender draft = ATender.Ready(commissioner);
        draft.Cancel("Not needed", ATender.Now);
        Tender open = ATender.Published(commissioner);
        open.Cancel("The need has gone", ATender.Now);

        Assert.Contains("noticeDue = False", draft.Happenings[^1].Payload.ToString(), StringComparison.Ordinal);
        Assert.Contains("noticeDue = True", open.Happenings[^1].Payload.ToString(), StringComparison.Ordinal);
        Assert.Throws<RuleBroken>(() => open.Close(ATender.Closes.AddDays(1)));
    }

    [Fact]
    public async Task A_tender_comes_back_from_the_database_as_it_went_in()
    {
        await using var connection = new SqliteConnection("DataSource=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        DbContextOptions<PortalDb> options = (DbContextOptions<PortalDb>)new DbContextOptionsBuilder<PortalDb>().UseSqlite(connection).WithAccountSchema().Options;
        Tender kept = ATender.Published(commissioner, "WM-2026-0009", "1", "2");
        await using (var db = new PortalDb(options, TimeProvider.System))
        {
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            db.Add(kept);
            await db.Save(commissioner, TestContext.Current.CancellationToken);
        }

        await using var again = new PortalDb(options, TimeProvider.System);
        Tender read = await again.LoadTender(commissioner, "WM-2026-0009", TestContext.Current.CancellationToken);

        Assert.Equal(kept.MethodologySha256, Methodology.Sha256(read));
        Assert.Equal(kept.Dates, read.Dates);
        Assert.Equal(Regime.LightTouch, read.Regime);
        Assert.Equal(2, read.Lots.Count);
        Assert.Equal(5, read.Team.Count);
        await Assert.ThrowsAsync<NotFound>(() => again.LoadTender(ATender.Commissioner(Id.New<OrganisationId>()), "WM-2026-0009", TestContext.Current.CancellationToken));
    }
}
