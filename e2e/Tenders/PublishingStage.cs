using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Tenders;

/// <summary>A commissioner takes a published notice, completes the draft, a colleague assesses conflicts, and the tender is published.</summary>
public static class PublishingStage
{
    public static async Task Play(Cast cast)
    {
        Visitor drafter = await cast.Enter("drafter", Role.Commissioner);
        await DraftFromNotice(cast, drafter);
        await Describe(cast, drafter);
        await SetLot(cast, drafter);
        await SetDates(cast, drafter);
        await SetRest(cast, drafter);
        await AssessConflicts(cast);
        await Publish(cast, drafter);
    }

    private static async Task DraftFromNotice(Cast cast, Visitor drafter)
    {
        string notice = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "notices", "cf_luton_children-looked-after_tender.json"));
        await drafter.Go("/tenders/start");
        await drafter.Page.Locator("textarea").First.FillAsync(notice);
        await drafter.Press("Start from the notice");
        await drafter.Reads("not in the draft");
        await drafter.Press("Continue with the draft");
        cast.Ref = new Uri(drafter.Page.Url).AbsolutePath.Split('/')[2];
    }

    private static async Task Describe(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/basics");
        await drafter.Type("Title", "Residential homes for children, West Midlands 2027");
        await drafter.Type("Cpv", "85311300");
        await drafter.Tick("Regime", "LightTouch");
        await drafter.Tick("Procedure", "Open");
        await drafter.Type("NetValue", "12000000");
        await drafter.Type("GrossValue", "12000000");
        await drafter.Type("MarketEngagement", "UK2 notice of 4 May 2026; three open meetings.");
        await drafter.Type("Conditions", "Ofsted registration of every home offered\nPublic liability insurance of £10m by award");
        await drafter.Press("Save and continue");
    }

    private static async Task SetLot(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots");
        string lot = new Uri((await drafter.Page.Locator("a[href*='/draft/lots/'][href$='/basics']").First.GetAttributeAsync("href"))!, UriKind.Relative).ToString().Split('/')[5];
        Assert.Equal("1", lot);
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots/1/basics");
        await drafter.Type("Title", "Residential, planned and same-day");
        await drafter.Pick("ServiceType", "residential");
        await drafter.Tick("PerHome");
        await drafter.Date("StartsOn", new DateOnly(2027, 4, 1));
        await drafter.Date("EndsOn", new DateOnly(2031, 3, 31));
        await drafter.Press("Save");
        await SetCriteria(cast, drafter);
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots/1/questions");
        await Question(drafter, 0, "Q1", "How do you keep children safe?", "Q1");
        await drafter.Press("Save and add another");
        await Question(drafter, 1, "Q2", "How do you care for children day by day?", "Q2");
        await drafter.Press("Save");
        await SetPrices(cast, drafter);
    }

    private static async Task SetCriteria(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots/1/criteria");
        (string Code, string Title, string Kind, string Weight)[] rows = [("Q1", "Keeping children safe", "Quality", "40"), ("Q2", "Care day by day", "Quality", "20"), ("P", "Weekly core fee", "Price", "40")];
        for (int i = 0; i < rows.Length; i++)
        {
            await drafter.Type($"Rows[{i}].Code", rows[i].Code);
            await drafter.Type($"Rows[{i}].Title", rows[i].Title);
            await drafter.Tick($"Rows[{i}].Kind", rows[i].Kind);
            await drafter.Type($"Rows[{i}].Weight", rows[i].Weight);
            if (rows[i].Kind == "Quality")
            {
                await drafter.Type($"Rows[{i}].Scale", "5");
                await drafter.Type($"Rows[{i}].Minimum", "2");
                await drafter.Type($"Rows[{i}].Descriptors", "Nothing\nPoor\nFair\nGood\nVery good\nExcellent");
            }

            if (i < rows.Length - 1 && await drafter.Page.Locator($"[name='Form.Rows[{i + 1}].Code']").CountAsync() == 0)
            {
                await drafter.Press("Save and add another");
            }
        }

        await drafter.Press("Save");
    }

    private static async Task Question(Visitor drafter, int row, string code, string text, string criterion)
    {
        await drafter.Type($"Rows[{row}].Code", code);
        await drafter.Type($"Rows[{row}].Text", text);
        await drafter.Pick($"Rows[{row}].CriterionCode", criterion);
        await drafter.Tick($"Rows[{row}].Kind", "Text");
        await drafter.Type($"Rows[{row}].MaxWords", "500");
        await drafter.Tick($"Rows[{row}].Required");
    }

    private static async Task SetPrices(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots/1/prices");
        await drafter.Type("Rows[0].Code", "core");
        await drafter.Type("Rows[0].Title", "Weekly core fee");
        await drafter.Pick("Rows[0].Unit", "week");
        await drafter.Type("Rows[0].Ceiling", "6900");
        await drafter.Tick("Rows[0].Required");
        await drafter.Tick("Method", "lowestPrice");
        await drafter.Press("Save");
        await drafter.Go($"/tenders/{cast.Ref}/draft/lots/1/evidence");
        await drafter.Type("Rows[0].Code", "insurance");
        await drafter.Type("Rows[0].Title", "Insurance certificate");
        await drafter.Type("Rows[0].MaxMegabytes", "5");
        await drafter.Type("Rows[0].Types", "pdf");
        await drafter.Tick("Rows[0].Required");
        await drafter.Type("Declarations[0].Code", "D1");
        await drafter.Type("Declarations[0].Text", "No exclusion ground applies to us or a connected person.");
        await drafter.Tick("Declarations[0].Required");
        await drafter.Press("Save");
    }

    private static async Task SetDates(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/dates");
        await drafter.Date("QuestionsCloseAt", new DateOnly(2026, 12, 14), "12:00");
        await drafter.Date("ClosesAt", new DateOnly(2026, 12, 21), "12:00");
        await drafter.Date("OpensAt", new DateOnly(2026, 12, 21), "13:00");
        await drafter.Date("DecisionOn", new DateOnly(2027, 1, 15));
        await drafter.Tick("Standstill");
        await drafter.Date("SignOn", new DateOnly(2027, 2, 15));
        await drafter.Date("StartsOn", new DateOnly(2027, 4, 1));
        await drafter.Date("EndsOn", new DateOnly(2031, 3, 31));
        await drafter.Press("Save and check");
    }

    private static async Task SetRest(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/draft/documents");
        await drafter.Hand("Form.File", "specification.pdf", "%PDF-1.4\n% A specification for the journey\n");
        await drafter.Click(drafter.Page.Locator("main form button[type=submit]").First);
        await drafter.Reads("specification.pdf");
        foreach ((string name, Role role) in new[] { ("evaluator one", Role.Evaluator), ("evaluator two", Role.Evaluator), ("moderator", Role.Moderator), ("opener one", Role.Opener), ("opener two", Role.Opener), ("second commissioner", Role.Commissioner) })
        {
            await cast.Enter(name, role);
        }

        await drafter.Go($"/tenders/{cast.Ref}/draft/team");
        await drafter.Tick("Evaluators", cast.ActorOf("evaluator one").Person.Value.ToString());
        await drafter.Tick("Evaluators", cast.ActorOf("evaluator two").Person.Value.ToString());
        await drafter.Tick("Moderators", cast.ActorOf("moderator").Person.Value.ToString());
        await drafter.Tick("Openers", cast.ActorOf("opener one").Person.Value.ToString());
        await drafter.Tick("Openers", cast.ActorOf("opener two").Person.Value.ToString());
        await drafter.Press("Save and continue");
        await drafter.Go($"/tenders/{cast.Ref}/draft/framework");
        await drafter.Tick("IsFramework", "true");
        await drafter.Type("FrameworkRef", "WM-2027");
        await drafter.Date("StartsOn", new DateOnly(2027, 2, 1));
        await drafter.Date("EndsOn", new DateOnly(2031, 3, 31));
        await drafter.Type("WhoMayUse", "The authorities of the West Midlands co-operative that accede.");
        await drafter.Type("SelectionProcess", "Needs first; price among those that fit.");
        await drafter.Type("PriceMechanism", "The schedule price of the home.");
        await drafter.Tick("RegisterClause");
        await drafter.Press("Save and continue");
        await drafter.Go($"/tenders/{cast.Ref}/draft/approval");
        await drafter.Type("Decision", "CAB/26/117");
        await drafter.Date("On", new DateOnly(2026, 11, 2));
        await drafter.Type("By", "The co-operative's board");
        await drafter.Type("Limit", "12000000");
        await drafter.Date("CallInEndsOn", new DateOnly(2026, 11, 9));
        await drafter.Press("Save and continue");
    }

    private static async Task AssessConflicts(Cast cast)
    {
        Visitor colleague = await cast.Enter("second commissioner", Role.Commissioner);
        await colleague.Go($"/tenders/{cast.Ref}/draft/conflicts");
        await colleague.Type("Assessment", "Declarations of the whole team were read; none has an interest in a provider.");
        await colleague.Type("Mitigation", "Evaluators declare again when the bidders are known.");
        await colleague.Press("Record the assessment");
    }

    private static async Task Publish(Cast cast, Visitor drafter)
    {
        await drafter.Go($"/tenders/{cast.Ref}/publish");
        await drafter.Press("Publish the tender");
        Assert.DoesNotContain("/publish", drafter.Page.Url, StringComparison.Ordinal);
    }
}
