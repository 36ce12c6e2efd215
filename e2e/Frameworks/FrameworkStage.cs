using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Frameworks;

/// <summary>The signed tender's homes are checked and go live on the framework; an authority accedes.</summary>
public static class FrameworkStage
{
    private static readonly string[] Matters = ["Insurance", "Policies", "ResponsibleIndividual", "RegisteredManager", "Capacity"];

    public static async Task Play(Cast cast, string urn)
    {
        await Onboard(cast, urn);
        await Accede(cast);
    }

    private static async Task Onboard(Cast cast, string urn)
    {
        Visitor quality = await cast.Enter("quality lead", Role.QaLead);
        await quality.Go("/frameworks/WM-2027");
        await quality.Follow("Homes and their checks");
        await quality.Follow("Primrose House");
        await quality.Follow("Change judgement");
        await quality.Tick("Judgement", "Good");
        await quality.Type("Source", "Ofsted register and report of 12 January 2027");
        await quality.Press("Record the outcome");
        foreach (string matter in Matters)
        {
            await quality.Unfold("Note a check");
            await quality.Page.Locator("[name='Check.Matter']").SelectOptionAsync(matter);
            await quality.Page.Locator("[name='Check.Satisfied'][value='true' i]").First.CheckAsync();
            await quality.Page.Locator("[name='Check.Evidence']").FillAsync("Seen on the visit of 20 January 2027");
            await quality.Press("Note the check");
        }

        await quality.Press("Onboard the home");
        await quality.Reads("onboarded");
        Assert.EndsWith(urn, new Uri(quality.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task Accede(Cast cast)
    {
        Visitor authority = await cast.Enter("authority commissioner", Role.Commissioner, cast.Authority);
        await authority.Go("/frameworks");
        await authority.Go("/frameworks/WM-2027");
        await authority.Follow("Apply for your authority to join");
        await authority.Type("Reason", "Forty placements a year near home.");
        await authority.Press("Send the application");
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        Visitor lead = await cast.Enter("drafter", Role.Commissioner);
        await lead.Go("/frameworks/WM-2027");
        await lead.Click(lead.Page.Locator("a[href*='/accessions/']").First);
        await lead.Page.Locator("[name='Decision.Approve'][value='true']").CheckAsync();
        await lead.Page.Locator("[name='Decision.Reason']").FillAsync("The authority is named in the notice.");
        await lead.Press("Decide");
        await lead.Page.Locator("[name='Signed.Deed']").FillAsync("Deed 7 of 1 February 2027");
        await lead.Page.Locator("[name='Signed.EffectiveFrom.Day']").FillAsync("1");
        await lead.Page.Locator("[name='Signed.EffectiveFrom.Month']").FillAsync("2");
        await lead.Page.Locator("[name='Signed.EffectiveFrom.Year']").FillAsync("2027");
        await lead.Press("Record the deed");
        await lead.Reads("the gate allows call-offs");
    }
}
