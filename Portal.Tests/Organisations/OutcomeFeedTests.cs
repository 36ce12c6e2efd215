using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Outcomes;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>The regulator's file is read line by line: what is right is recorded, what is wrong is named, nothing is lost.</summary>
public sealed class OutcomeFeedTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Heading = "urn,provision_type,sector,places,short_break_only,registration_date,registration_status,local_authority,la_gss_code,region,organisation,judgement_overall,judgement_helped_protected,judgement_leaders_managers,last_full_inspection_date,linked_education_urn";

    [Fact]
    public void The_published_layout_is_read_with_every_judgement_and_state()
    {
        FeedRead read = OutcomeFeed.Read(File(Line("SC000001", "Active", "Requires improvement to be good", "2024-01-23"), Line("2707112", "Suspended", ""), Line("SC000003", "resigned", "OUTSTANDING"), Line("SC000004", "Cancelled", "Inadequate", "23/01/2024")));

        Assert.Empty(read.Faults);
        Assert.Equal(
            [
                new FeedLine(2, "SC000001", Registration.Active, Judgement.RequiresImprovement, new DateOnly(2024, 1, 23)),
                new FeedLine(3, "2707112", Registration.Suspended, Judgement.None, null),
                new FeedLine(4, "SC000003", Registration.None, Judgement.Outstanding, null),
                new FeedLine(5, "SC000004", Registration.Cancelled, Judgement.Inadequate, new DateOnly(2024, 1, 23)),
            ],
            read.Lines);
    }

    [Theory]
    [InlineData("SC1,Active,Good", "neither SC and six figures")]
    [InlineData("=cmd|calc,Active,Good", "neither SC and six figures")]
    [InlineData("SC000001,Open,Good", "no registration status")]
    [InlineData("SC000001,Active,Splendid", "no judgement")]
    [InlineData("SC000001,Active", "2 cells and the heading 3")]
    [InlineData("SC000001,Active,Good,Good", "4 cells and the heading 3")]
    [InlineData("\"SC000001\"x,Active,Good", "follows a closing quotation mark")]
    [InlineData("SC00\"0001,Active,Good", "inside an unquoted cell")]
    [InlineData("\"SC000001,Active,Good", "never closed")]
    public void A_faulty_line_is_named_with_its_number_and_the_next_line_is_still_read(string line, string says)
    {
        FeedRead read = OutcomeFeed.Read($"urn,registration_status,judgement_overall\r\nSC000009,Active,Good\r\n{line}\r\n");

        Assert.Equal(["SC000009"], read.Lines.Select(l => l.Urn));
        FeedFault fault = Assert.Single(read.Faults);
        Assert.Equal(3, fault.Line);
        Assert.Contains(says, fault.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_stand_in_any_order_cells_may_hold_commas_and_line_ends_and_a_urn_counts_once()
    {
        FeedRead read = OutcomeFeed.Read("\uFEFFjudgement_overall,name,urn,registration_status\nGood,\"Elm,\n\"\"the\"\" house\",sc000001,Active\n\nGood,Oak,SC000001,Active\nGood,Ash,SC000002,Active");

        Assert.Equal([(2, "SC000001"), (6, "SC000002")], read.Lines.Select(l => (l.Line, l.Urn)));
        Assert.Equal((5, "This URN stands on line 2 already."), read.Faults.Select(f => (f.Line, f.Why)).Single());
    }

    [Theory]
    [InlineData("", "FEED_EMPTY")]
    [InlineData("urn,registration_status,judgement_overall\n", "FEED_EMPTY")]
    [InlineData("urn;registration_status;judgement_overall\nSC000001;Active;Good", "FEED_COLUMNS")]
    [InlineData("urn,urn,registration_status,judgement_overall\na,b,c,d", "FEED_COLUMNS")]
    [InlineData("urn\0,x\n1,2", "FEED_TEXT")]
    public void A_file_of_another_kind_is_refused_whole(string text, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBroken>(() => OutcomeFeed.Read(text)).Reasons[0].Code);

    [Fact]
    public void Whatever_the_file_holds_every_record_comes_out_as_a_line_or_a_fault()
    {
        Random random = new(4711);
        const string alphabet = "SC01,,\"\"\n\r Ag=é\t";
        for (int round = 0; round < 2000; round++)
        {
            string body = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => alphabet[random.Next(alphabet.Length)])) + "\nx,y";
            string text = "urn,registration_status,judgement_overall\n" + body;
            int records = CsvText.Records(text).Count() - 1;

            FeedRead read = OutcomeFeed.Read(text);

            Assert.Equal(records, read.Lines.Count + read.Faults.Count);
        }
    }

    [Fact]
    public async Task A_quality_lead_looks_first_then_records_and_each_home_keeps_the_line_it_came_from()
    {
        await Homes("SC910001", "SC910002");
        OrganisationId lead = await Authority();
        HttpClient quality = await app.SignedInAs(Role.QaLead, lead);
        byte[] file = Encoding.UTF8.GetBytes(File(Line("SC910001", "Suspended", "Inadequate", "2026-10-01"), Line("SC910002", "Active", "Good"), Line("SC919999", "Active", "Good"), Line("SC91", "Active", "Good")));

        string looked = PostForms.Words(await (await Send(quality, file, "false")).Content.ReadAsStringAsync());
        Assert.Contains("nothing has been changed", looked, StringComparison.Ordinal);
        Assert.Equal(Judgement.Good, await JudgementOf("SC910001"));
        HttpResponseMessage sent = await Send(quality, file, "true");
        string words = PostForms.Words(await sent.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("Lines 4 Changed 1 Unchanged 1 Homes not listed here 1 Faulty lines 1", words, StringComparison.Ordinal);
        Assert.Contains("5 SC91 The URN is neither", words, StringComparison.Ordinal);
        Assert.Equal(Judgement.Inadequate, await JudgementOf("SC910001"));
        string[] logged = await app.WithDb(db => (from e in db.LogEntries join p in db.LogPayloads on e.Id equals p.Entry where e.Subject == "home/SC910001" && e.Action == "home.outcomeRecorded" select p.Json!).ToArrayAsync());
        Assert.Contains("outcomes.csv, line 2, full inspection of 2026-10-01", Assert.Single(logged), StringComparison.Ordinal);
        Assert.Empty(await app.WithDb(db => db.LogEntries.Where(e => e.Subject == "home/SC910002" && e.Action == "home.outcomeRecorded").ToArrayAsync()));
    }

    [Fact]
    public async Task A_restriction_recorded_by_hand_stays_and_hostile_files_are_refused_on_the_page()
    {
        await Homes("SC920001");
        await app.WithDb(async db =>
        {
            (await db.ProviderHomes.SingleAsync(h => h.Urn == "SC920001")).RecordOutcome(Registration.Active, Judgement.Good, true, "Notice");
            await db.Save(Actor.Portal);
        });
        HttpClient quality = await app.SignedInAs(Role.QaLead, await Authority());
        await Send(quality, Encoding.UTF8.GetBytes(File(Line("SC920001", "Active", "Outstanding"))), "true");
        Assert.True(await app.WithDb(db => db.ProviderHomes.Where(h => h.Urn == "SC920001").Select(h => h.Restriction).SingleAsync()));

        Assert.Equal(HttpStatusCode.Conflict, (await Send(quality, [0xFF, 0xFE, 0x00, 0x41], "true")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(quality, new byte[ImportOutcomes.MostBytes + 1], "true")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(quality, [65], "perhaps")).StatusCode);
    }

    [Fact]
    public async Task Providers_and_partners_bring_in_no_outcomes()
    {
        OrganisationId health = await app.Organisation("icb-9", OrganisationKind.HealthPartner);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAs(Role.ProviderBidder)).GetAsync(new Uri("/organisations/outcomes", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(await app.SignedInAs(Role.QaLead, health), Encoding.UTF8.GetBytes(File(Line("SC910001", "Active", "Good"))), "true")).StatusCode);
    }

    private static string File(params string[] lines) => Heading + "\r\n" + string.Join("\r\n", lines) + "\r\n";

    private static string Line(string urn, string registration, string judgement, string inspected = "") =>
        $"{urn},Children's home,Private,4,,2023-09-04,{registration},Surrey,E10000030,South East,\"A Group, Ltd\",{judgement},,,{inspected},";

    private static async Task<HttpResponseMessage> Send(HttpClient client, byte[] file, string record)
    {
        using MultipartFormDataContent content = new();
        ByteArrayContent part = new(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(part, "Form.File", "outcomes.csv");
        content.Add(new StringContent(record), "Form.Record");
        content.Add(new StringContent(await client.Token("/organisations/outcomes")), "__RequestVerificationToken");
        return await client.PostAsync(new Uri("/organisations/outcomes", UriKind.Relative), content);
    }

    private async Task<OrganisationId> Authority() => await app.Organisation("E08000026", OrganisationKind.Authority, await app.Organisation());

    private async Task Homes(params string[] urns)
    {
        OrganisationId provider = await app.Organisation("P-100", OrganisationKind.Provider);
        await app.WithDb(async db =>
        {
            db.AddRange(urns.Select(u => ProviderHome.Register(u, provider, "House " + u, "E08000026", ["residential"], 4, Judgement.Good)));
            await db.Save(Actor.Portal);
        });
    }

    private Task<Judgement> JudgementOf(string urn) => app.WithDb(db => db.ProviderHomes.Where(h => h.Urn == urn).Select(h => h.Judgement).SingleAsync());
}
