using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Qualification;

/// <summary>A specialist contract by the competitive flexible procedure, 80 to quality and 20 to price, open-book, taken through the pages as its people would.</summary>
internal sealed class FlexibleScene : IAsyncDisposable
{
    public const string Ref = BidScene.Ref;
    public const string Page = $"/tenders/{Ref}";

    public static readonly DateTimeOffset RequestsClose = new(2026, 12, 14, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset FinalCloses = new(2027, 2, 15, 12, 0, 0, TimeSpan.Zero);

    private FlexibleScene(BidScene bids) => Bids = bids;

    public BidScene Bids { get; }

    public PortalApp App => Bids.App;

    public HttpClient AsCommissioner { get; private set; } = null!;

    public HttpClient AsModerator { get; private set; } = null!;

    public IReadOnlyList<HttpClient> AsEvaluators { get; private set; } = [];

    public (string, string)[] Present { get; private set; } = [];

    public static FlexiblePlan Plan => new()
    {
        Description = "Suppliers ask to take part, the best two are invited, each is met in every round, and all who are left send a final tender.",
        MostInvited = 2,
        MostRounds = 2,
        MinutesEach = 60,
        Negotiable = "How the service is staffed and how its cost is shared; never the criteria or the minimum standard.",
        Shortlist = [new("E", "Experience", "What have you done that is like this?", 60, 5), new("S", "Standing", "How do you keep good staff?", 40, 3)],
    };

    public static TenderDates Dates => ATender.Dates with { RequestsCloseAt = RequestsClose, FinalTendersCloseAt = FinalCloses, DecisionOn = new DateOnly(2027, 3, 8), SignOn = new DateOnly(2027, 3, 29) };

    /// <summary>Makes a ready draft a staged one: one lot, 80/20, with an open book.</summary>
    public static void Stage(Tender tender) => Stage(tender, oneLot: true);

    public static void Stage(Tender tender, bool oneLot)
    {
        tender.Describe(ATender.Basics with { Title = "Therapeutic homes for children with the rarest needs", Procedure = Procedure.CompetitiveFlexible });
        tender.Schedule(Dates);
        if (oneLot && tender.Lots.Count > 1)
        {
            tender.RemoveLot("1");
        }

        foreach (Lot lot in tender.Lots.ToList())
        {
            tender.ChangeLot(lot.Number, "criteria", Fill);
        }

        tender.SetStages(Plan);
    }

    public static async Task<FlexibleScene> Published(FlexiblePlan? plan = null)
    {
        List<Actor> evaluators = [];
        Actor moderator = Actor.Portal;
        BidScene bids = await BidScene.Make(openerKeys: true, panel: async (app, buyer) =>
        {
            evaluators = [await app.Someone(buyer, Role.Evaluator), await app.Someone(buyer, Role.Evaluator)];
            moderator = await app.Someone(buyer, Role.Moderator);
            return [.. evaluators.Select(e => (e.Person, e.Name, TeamPart.Evaluator)), (moderator.Person, moderator.Name, TeamPart.Moderator)];
        }, also: tender =>
        {
            Stage(tender);
            tender.SetStages(plan ?? Plan);
        });
        return new FlexibleScene(bids)
        {
            AsCommissioner = await bids.App.SignedInAs(bids.Commissioner),
            AsModerator = await bids.App.SignedInAs(moderator),
            Present = [.. evaluators.Select(e => ("Form.Present", e.Person.Value.ToString())), ("Form.Attendance", "18 February 2027, by video")],
            AsEvaluators = [await bids.App.SignedInAs(evaluators[0]), await bids.App.SignedInAs(evaluators[1])],
        };
    }

    public async Task<OrganisationId> Supplier(string code) => await App.Organisation(code, Domain.Organisations.OrganisationKind.Provider);

    public async Task<HttpClient> As(string code) => await App.SignedInAs(Role.ProviderBidder, await Supplier(code));

    public async Task Ask(params string[] codes)
    {
        foreach (string code in codes)
        {
            using HttpClient supplier = await As(code);
            await EvaluationScene.Post(supplier, $"{Page}/take-part", null, Request(code));
        }
    }

    public static (string, string)[] Request(string code) =>
        [("Form.Conditions[0]", $"{code} is registered"), ("Form.Answers[0]", $"{code} ran two such homes"), ("Form.Answers[1]", $"{code} trains its staff"), ("Form.Partners", "")];

    /// <summary>Decides and scores every request: code, points for experience (of 5) and for standing (of 3); no points, not qualified.</summary>
    public async Task Judge(params (string Code, int Experience, int Standing)[] requests)
    {
        foreach ((string code, int experience, int standing) in requests)
        {
            OrganisationId supplier = await Supplier(code);
            bool qualified = experience + standing > 0;
            await EvaluationScene.Post(AsCommissioner, $"{Page}/qualification/{supplier.Value}", null,
            [
                ("Form.Conditions[0].Met", qualified ? "true" : "false"), ("Form.Conditions[0].Evidence", "The register, seen today"), ("Form.DebarmentListChecked", "true"),
                ("Form.GroundsConsidered", "The platform and the register of companies"), ("Form.Outcome", qualified ? "Qualified" : "NotQualified"), ("Form.Reason", qualified ? "Meets the condition" : "No home of it is registered"),
            ]);
            if (qualified)
            {
                await EvaluationScene.Post(AsCommissioner, $"{Page}/requests/{supplier.Value}", null,
                    [("Form.Rows[0].Points", Number(experience)), ("Form.Rows[0].Reason", "Shown by two homes"), ("Form.Rows[1].Points", Number(standing)), ("Form.Rows[1].Reason", "Shown by its records")]);
            }
        }
    }

    public Task Invite(string whyOnlyOne = "") => EvaluationScene.Post(AsCommissioner, $"{Page}/requests", $"{Page}/requests/invitation", [.. Moment("Form.ClosesAt", BidScene.Closes), ("Form.WhyOnlyOne", whyOnlyOne)]);

    /// <summary>A form's date and time in London.</summary>
    public static (string, string)[] Moment(string field, DateTimeOffset at)
    {
        DateTimeOffset london = LondonTime.Local(at);
        return [(field + ".Day", Number(london.Day)), (field + ".Month", Number(london.Month)), (field + ".Year", Number(london.Year)), (field + ".Time", london.ToString("HH:mm", CultureInfo.InvariantCulture))];
    }

    /// <summary>Sends a tender with its open book through the bid tool.</summary>
    public async Task<BidTool> Send(string code, string price, string key, BidTool? tool = null)
    {
        tool ??= await Bids.Provider(code);
        await tool.SignIn();
        string book = await tool.Upload("open-book.pdf", [.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes($"{code} {key}")]);
        string body = BidTool.Complete.Replace("6100.00", price, StringComparison.Ordinal).Insert(1, $"\"files\":{{\"open-book\":[\"{book}\"]}},");
        using HttpResponseMessage put = await tool.Put("2", body);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        using HttpResponseMessage sent = await tool.Submit("2", key);
        Assert.True(sent.StatusCode == HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return tool;
    }

    /// <summary>Two people open what is in the box, once its opening time has come.</summary>
    public async Task Open()
    {
        Tender tender = await Tender();
        if (App.Clock.GetUtcNow() < tender.OpensAt)
        {
            App.Clock.MoveTo(tender.OpensAt!.Value.AddMinutes(5));
        }

        await Bids.Attend(Bids.Openers[0]);
        await Bids.Attend(Bids.Openers[1]);
    }

    public Task Negotiation(string act, params (string, string)[] fields) => EvaluationScene.Post(AsCommissioner, $"{Page}/negotiation", $"{Page}/negotiation/{act}", fields);

    public async Task<HttpResponseMessage> Meet(string code, int minutes = 60, string told = "", string shorter = "")
    {
        OrganisationId supplier = await Supplier(code);
        return await AsCommissioner.PostForm($"{Page}/negotiation/meetings/{supplier.Value}",
        [
            .. Moment("Form.HeldAt", App.Clock.GetUtcNow()), ("Form.Minutes", Number(minutes)), ("Form.WhyShorter", shorter), ("Form.ForBuyer", "Casey"), ("Form.ForSupplier", $"Pat of {code}"),
            ("Form.Discussed", $"How {code} would staff the night"), ("Form.Told", told),
        ]);
    }

    public Task<Tender> Tender() => App.WithDb(db => db.LoadTender(Actor.Portal, Ref));

    public Task<List<string>> ToldTo(OrganisationId supplier) => App.WithDb(db => db.Messages.Where(m => m.Organisation == supplier).OrderBy(m => m.SentAt).Select(m => m.Subject + ": " + m.Body).ToListAsync());

    public ValueTask DisposeAsync() => Bids.DisposeAsync();

    private static void Fill(Lot lot)
    {
        ATender.Fill(lot);
        lot.Describe(ATender.ALot with { Title = "Therapeutic home", PerHome = false });
        lot.AssessBy([.. lot.Criteria.Select(c => c with { Weight = c.Code == "Q1" ? 60 : 20 })]);
        lot.Require([new RequiredDocument { Code = "open-book", Title = "Cost sheet", Required = true }], lot.Declarations);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
