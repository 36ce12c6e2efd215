using System.Text;
using Portal.Db.Scenes.Playing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Domain.Tenders.Engaging;
using Portal.Domain.Tenders.Flexible;
using Portal.Domain.Tenders.Library;
using Portal.Domain.Tenders.Publishing;

namespace Portal.Db.Scenes.Buying;

/// <summary>Plans everything that people do for one tender, from the first draft to the signature, on the dates that follow from its closing time.</summary>
internal sealed class TenderScript(Play play, TenderPlan plan)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The reference that the portal gave; known from the first draft on.</summary>
    public string Ref { get; private set; } = "";

    public TenderPlan Plan => plan;

    public Play Stage => play;

    public string Commissioner => plan.IsNational ? "national.commissioner" : "commissioner";

    public string Director => plan.IsNational ? "national.director" : "region.director";

    /// <summary>Plans an act that takes the tender on from a stage; a tender that is to stop there, or before, is left to its people.</summary>
    public void At(double days, TenderStage from, Func<Task> act, double hours = 0)
    {
        if (plan.StopsAt > from)
        {
            play.At(After(days, hours), act);
        }
    }

    // A procedure with stages is drafted and published so much earlier that the requests have their time.
    private int Lead => plan.IsStaged ? 30 : 0;

    public DateTimeOffset After(double days, double hours = 0) => plan.ClosesAt.AddDays(days).AddHours(hours);

    public void Write()
    {
        play.At(After(-52 - Lead), Draft);
        play.At(After(-51 - Lead), DraftLots);
        if (plan.StopsAt == TenderStage.Drafting)
        {
            return;
        }

        play.At(After(-48 - Lead), Prepare);
        play.At(After(-47 - Lead), async () => await play.Do(async (AssessConflicts use) => await use.Execute(
            await play.Who(plan.IsNational ? Director : "legal"), Ref, "Everybody who influences the procurement was asked; declarations are kept by legal.", "Nobody with a council's own home takes part in the evaluation.", None)));
        play.At(After(-45 - Lead), async () => await play.Do(async (PublishTender use) => await use.Execute(await play.Who(Commissioner), Ref, None)));
        if (plan.StopsAt == TenderStage.Cancelled)
        {
            play.At(After(-20), async () => await play.Do(async (CancelTender use) => await use.Execute(
                await play.Who(Commissioner), Ref, "The need is met by the night staff of the framework's crisis lot; the money goes there.", None)));
            return;
        }

        if (plan.IsStaged)
        {
            new StagedScript(this).Write();
            return;
        }

        new BidScript(this).Write();
        AwardScript award = new(this);
        award.Write();
        if (plan.AwardedFirst.Count > 0)
        {
            new ApartScript(this, award).Write();
        }
    }

    private async Task Draft()
    {
        Actor by = await play.Who(Commissioner);
        Ref = await play.Ask((StartTender use) => use.Execute(by, plan.Title, None));
        await play.Do((DescribeTender use) => use.Execute(by, Ref, Basics(), None));
    }

    private TenderBasics Basics() => new()
    {
        Title = plan.Title,
        Description = plan.Need,
        Cpv = "85311300",
        AdditionalCpv = ["85311000"],
        Regime = Regime.LightTouch,
        Procedure = plan.IsStaged ? Procedure.CompetitiveFlexible : Procedure.Open,
        NetValue = new Money(plan.Value),
        GrossValue = new Money(plan.Value),
        MarketEngagement = "Two open meetings with providers; the notes are among the documents.",
        Conditions = ["Every home offered is registered with Ofsted.", "Employer's liability insurance of at least £10 million."],
    };

    private async Task DraftLots()
    {
        Actor by = await play.Who(Commissioner);
        foreach (LotPlan lot in plan.Lots)
        {
            DateOnly starts = LondonTime.DateOf(After(plan.IsStaged ? 70 : 40));
            var basics = new LotBasics
            {
                Title = lot.Title,
                Description = $"{lot.Title}, as near to the child's own community as meets the need.",
                ServiceType = lot.ServiceType,
                PerHome = lot.PerHome,
                Cover = lot.Cover,
                SuitsSmes = true,
                SuitsVcses = lot.ServiceType == "fostering",
                NetValue = new Money(plan.Value / plan.Lots.Count),
                GrossValue = new Money(plan.Value / plan.Lots.Count),
                StartsOn = starts,
                EndsOn = starts.AddYears(4).AddDays(-1),
            };
            await play.Do((AddLot use) => use.Execute(by, Ref, basics, lot.Number, None));
            await play.Do((SetCriteria use) => use.Execute(by, Ref, lot.Number, LotText.Criteria(lot.PriceWeight), None));
            await play.Do((SetQuestions use) => use.Execute(by, Ref, lot.Number, LotText.Questions, None));
            await play.Do((SetPrices use) => use.Execute(by, Ref, lot.Number, LotText.Prices(lot), LotText.Method(lot), None));
        }

        if (plan.LotLimit is { } limit)
        {
            await play.Do((LimitLots use) => use.Execute(by, Ref, limit, None));
        }
    }

    private async Task Prepare()
    {
        Actor by = await play.Who(Commissioner);
        foreach (LotPlan lot in plan.Lots)
        {
            await play.Do((SetEvidence use) => use.Execute(by, Ref, lot.Number, LotText.Documents, LotText.Declarations, None));
        }

        if (plan.Framework is { } terms)
        {
            await play.Do((SetUpFramework use) => use.Execute(by, Ref, terms, None));
        }

        if (plan.IsStaged)
        {
            await play.Do((SetStages use) => use.Execute(by, Ref, StagedScript.Stages, None));
        }

        await play.Do((ScheduleTender use) => use.Execute(by, Ref, plan.IsStaged ? StagedDates() : Dates(), None));
        (PersonId, TeamPart)[] team = [.. await Team()];
        await play.Do((ChooseTeam use) => use.Execute(by, Ref, team, None));
        using var specification = new MemoryStream(Encoding.UTF8.GetBytes($"Specification: {plan.Title}\n\n{plan.Need}\n\nThis document belongs to an invented tender.\n"));
        await play.Do((AddTenderDocument use) => use.Execute(by, Ref, "Specification.txt", "Specification", specification, None));
        if (!plan.IsNational)
        {
            LibraryItemId agreement = await DemoLibrary.Of(play, by, "Individual placement agreement");
            await play.Do((PickFromLibrary use) => use.Execute(by, Ref, agreement, 1, null, None));
        }

        foreach (string participant in new[] { "Open meeting of providers, attendance list of 31", "Association of independent homes" })
        {
            var contact = new MarketContact(participant, LondonTime.DateOf(After(-50 - Lead)), "Open meeting", "The number of places thought of, the lots and the timetable; the notes are published.", EngagementAdvantage.None, "", "", default);
            await play.Do((NoteMarketContact use) => use.Execute(by, Ref, contact, None));
        }

        await play.Do((RecordApproval use) => use.Execute(by, Ref, Approval(), None));
    }

    private ApprovalToProcure Approval() => new($"BOARD/{plan.ClosesAt.Year}/{Ref[^2..]}", LondonTime.DateOf(After(-60 - Lead)), "The co-operative's board")
    {
        Limit = new Money(plan.Value),
        CallInEndsOn = LondonTime.DateOf(After(-53 - Lead)),
    };

    /// <summary>The award goes back to the board, which decides while the standstill runs.</summary>
    public ApprovalToAward AwardApproval() => new($"BOARD/{plan.ClosesAt.Year}/{Ref[^2..]}/award", LondonTime.DateOf(After(15)), "The co-operative's board")
    {
        Limit = new Money(plan.Value),
        CallInEndsOn = LondonTime.DateOf(After(22)),
    };

    private TenderDates Dates() => new()
    {
        QuestionsCloseAt = LondonTime.At(LondonTime.DateOf(After(-10)), new TimeOnly(12, 0)),
        ClosesAt = plan.ClosesAt,
        OpensAt = After(0, 1),
        DecisionOn = LondonTime.DateOf(After(13)),
        SignOn = LondonTime.DateOf(After(32)),
        StartsOn = LondonTime.DateOf(After(40)),
        EndsOn = LondonTime.DateOf(After(40)).AddYears(4).AddDays(-1),
    };

    // Requests, initial tenders, negotiation and final tenders, then as ever.
    private TenderDates StagedDates() => Dates() with
    {
        RequestsCloseAt = LondonTime.At(LondonTime.DateOf(After(-StagedScript.RequestsLead)), new TimeOnly(12, 0)),
        FinalTendersCloseAt = LondonTime.At(LondonTime.DateOf(After(28)), new TimeOnly(12, 0)),
        DecisionOn = LondonTime.DateOf(After(42)),
        SignOn = LondonTime.DateOf(After(61)),
        StartsOn = LondonTime.DateOf(After(70)),
        EndsOn = LondonTime.DateOf(After(70)).AddYears(4).AddDays(-1),
    };

    private async Task<IEnumerable<(PersonId, TeamPart)>> Team() =>
    [
        ((await play.Who("evaluator.one")).Person, TeamPart.Evaluator),
        ((await play.Who("evaluator.two")).Person, TeamPart.Evaluator),
        ((await play.Who("moderator")).Person, TeamPart.Moderator),
        ((await play.Who("opener.one")).Person, TeamPart.Opener),
        ((await play.Who("opener.two")).Person, TeamPart.Opener),
    ];
}
