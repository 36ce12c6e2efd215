using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;
using Portal.Web.Start;
using Portal.Workflows.Engine;
using static Portal.Tests.Awards.Apart.ApartScene;
using static Portal.Tests.Awards.AwardScene;
using static Portal.Tests.Awards.CalendarRead;

namespace Portal.Tests.Awards.Apart;

/// <summary>Two awards of one tender, each with its standstill in every calendar, a claim of its own, and its evidence in the pack.</summary>
public sealed class StandstillsApartTests
{
    private const string TenderProcedure = "OpenFrameworkTender";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("A10-07"), Rule("A10-11"), Rule("D2-11")]
    public async Task Each_award_has_its_own_standstill_in_the_calendars_its_own_claim_and_its_place_in_the_pack()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        using HttpClient anyone = scene.App.Public();
        await EarlyNotice(scene, director);
        string first = await Calendar(anyone, Ref);
        Assert.Contains("SUMMARY:Standstill of lot 1: ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Standstill of lot 2", first, StringComparison.Ordinal);
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 12, 10, 0, 0, TimeSpan.Zero));
        await TellTheRest(scene, director);
        await Do(scene.AsCommissioner, "notice");
        await InEveryCalendar(scene, anyone);
        await OneClaimInEach(scene);
        await InThePack(scene);
        await scene.App.NothingFailed();
    }

    // Lot 1 from the 11th to the 20th; lot 2 from the 12th to the 21st, then from the 14th to the 25th, for its notice came to the platform late.
    private static async Task InEveryCalendar(EvaluationScene scene, HttpClient anyone)
    {
        string stated = await Calendar(anyone, Ref);
        string early = Event(stated, "standstill-1");
        Assert.Contains("DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270121\r\n", early, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20270121T000000Z\r\n", Event(stated, "standstill-1-over"), StringComparison.Ordinal);
        string rest = Event(stated, "standstill");
        Assert.Contains("SUMMARY:Standstill of lot 2: ", rest, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270112\r\nDTEND;VALUE=DATE:20270122\r\n", rest, StringComparison.Ordinal);

        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 14, 10, 0, 0, TimeSpan.Zero));
        await Number(scene, "032705-2027");
        string moved = await Calendar(anyone, Ref);
        Assert.Contains("DTSTART;VALUE=DATE:20270114\r\nDTEND;VALUE=DATE:20270126\r\n", Event(moved, "standstill"), StringComparison.Ordinal);
        Assert.True(Sequence(Event(moved, "standstill")) > Sequence(rest));
        Assert.Equal(early, Event(moved, "standstill-1"));

        string feed = WebUtility.HtmlDecode(await anyone.Page("/tenders.atom"));
        Assert.Contains("Standstill of lot 1 until the end of Wednesday 20 January 2027. Standstill of lot 2 until the end of Monday 25 January 2027.", feed, StringComparison.Ordinal);
        Assert.Contains("<updated>2027-01-14T10:00:00Z</updated>", feed, StringComparison.Ordinal);
        string page = PostForms.Words(await anyone.Page($"/tenders/{Ref}"));
        Assert.All((string[])["Standstill of lot 1 ends", "Award notice of lot 2 published", "Standstill of lot 2 ends", "Contract for lot 2 to be signed"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        foreach (string duties in (string[])[$"/tenders/{Ref}/notices/duties", "/notices/duties"])
        {
            string shown = PostForms.Words(await scene.AsCommissioner.Page(duties));
            Assert.Contains("Standstill of lot 1", shown, StringComparison.Ordinal);
            Assert.Contains("Thursday 14 January 2027 Monday 25 January 2027", shown, StringComparison.Ordinal);
        }
    }

    private static async Task OneClaimInEach(EvaluationScene scene)
    {
        const string Other = "HT-2027-000002";
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EvaluationScene.Post(legal, $"{Page}/claim?part=1", null, [("Form.Claimant", "P-103"), ("Form.Details", "Claim form about lot 1 served by e-mail"), .. ClaimForms.Issued]);
        await EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Claim form about lot 2 served by e-mail"), .. ClaimForms.IssuedAs(Other)]);
        await scene.App.Pump();
        Assert.Equal([InstanceState.Paused, InstanceState.Paused], [await scene.App.StateOf(TenderProcedure, $"tender/{Ref}"), await scene.App.StateOf("SeparateAward", Subject)]);

        // The claim of the other award has its own number: an order about one frees that one.
        (HttpStatusCode wrong, string said) = await Try(legal, $"{Page}/suspension", $"{Page}/suspension", ClaimForms.Ended("Order of the court of 14 January 2027", "2027-01-14"));
        Assert.Equal(HttpStatusCode.Conflict, wrong);
        Assert.Contains($"has the number {Other}", said, StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("Order of the court of 14 January 2027", "2027-01-14", number: Other));
        await scene.App.Pump();
        Assert.Equal([InstanceState.Running, InstanceState.Paused], [await scene.App.StateOf(TenderProcedure, $"tender/{Ref}"), await scene.App.StateOf("SeparateAward", Subject)]);
        Assert.Equal([(0, false), (1, true)], await scene.App.WithDb(async db => (await db.Awards.OrderBy(a => a.Part).ToListAsync(Stop)).Select(a => (a.Part, a.IsSuspended)).ToArray()));
        Assert.Contains("Suspended", PostForms.Words(await scene.AsCommissioner.Page("/notices/duties")), StringComparison.Ordinal);
        string story = PostForms.Words(await legal.Page($"/tenders/{Ref}/timeline?about=award."));
        Assert.Contains("Award of lot 1: Noted a claim by P-103", story, StringComparison.Ordinal);
        Assert.DoesNotContain("Award of lot 1: Noted a claim by P-101", story, StringComparison.Ordinal);
    }

    private static async Task InThePack(EvaluationScene scene)
    {
        string file = Path.Combine(scene.App.Folder, "pack.zip");
        Assert.Equal(0, await Run(scene.App, "export-audit", Ref, file));
        Assert.Equal(0, await Run(scene.App, "verify-log", file));
        string folder = Path.Combine(scene.App.Folder, "pack");
        await ZipFile.ExtractToDirectoryAsync(file, folder, Stop);
        (string Entry, string Payload)[] entries = [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "entries.jsonl"), Stop)).Select(Read)];
        foreach (string subject in (string[])[Subject, $"tender/{Ref}"])
        {
            string standstill = subject == Subject ? "award.standstillBegan" : "tender.standstillBegan";
            Assert.All((string[])["award.recommended", "award.decided", "award.summariesSent", "award.summarySent", "award.noticePublished", standstill, "award.claimNoted"], action => Assert.Contains(entries, e => Quotes(e.Entry, subject) && Quotes(e.Entry, action)));
        }

        string letters = Path.Combine(folder, "letters");
        string[] listed = [.. (await File.ReadAllLinesAsync(Path.Combine(letters, "list.csv"), Stop)).Skip(1)];
        Assert.Equal(["1,1,P-101,1,Awarded", "0,2,P-101,1,Not awarded", "0,2,P-102,1,Awarded", "0,2,P-103,1,Disregarded"], listed.Select(l => string.Join(',', l.Split(',')[..5])).OrderBy(l => l[2..], StringComparer.Ordinal));
        foreach (string[] letter in listed.Select(l => l.Split(',')))
        {
            string record = await File.ReadAllTextAsync(Path.Combine(folder, letter[8]), Stop);
            Assert.Equal(letter[7], Sha256.Of(record));
            Assert.Contains(entries, e => Quotes(e.Entry, "award.summarySent") && Quotes(e.Payload, letter[7]));
        }

        Assert.Contains("Awarded to", await File.ReadAllTextAsync(Path.Combine(letters, "lot-2", "round-1.html"), Stop), StringComparison.Ordinal);
        string[] notices = [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "notices", "list.csv"), Stop)).Where(l => l.Contains(",UK6,", StringComparison.Ordinal))];
        Assert.Equal(2, notices.Length);
        Assert.All((string[])[": lot 1\"", ": lot 2\""], lot => Assert.Single(notices, n => n.Contains(lot, StringComparison.Ordinal)));

        // A letter that is changed shows.
        await File.AppendAllTextAsync(Path.Combine(letters, "lot-1", "round-1", "P-101.json"), " ", Stop);
        Assert.Equal(1, await Run(scene.App, "verify-log", folder));
    }

    private static bool Quotes(string json, string value) => json.Contains($"\"{value}\"", StringComparison.Ordinal);

    private static (string Entry, string Payload) Read(string line)
    {
        using JsonDocument read = JsonDocument.Parse(line);
        return (read.RootElement.GetProperty("entry").GetString()!, read.RootElement.GetProperty("payload").GetString() ?? "");
    }

    private static Task<int> Run(PortalApp app, string verb, params string[] args) => app.With(services => services.GetServices<IVerb>().Single(v => v.Name == verb).Run(args, Stop));
}
