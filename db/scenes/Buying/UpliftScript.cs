using System.Text;
using Portal.Db.Scenes.Playing;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;

namespace Portal.Db.Scenes.Buying;

/// <summary>The framework's uplift rule and what providers asked under it: one uplift in force, one refused by the board, one that waits for finance, one that the board votes on.</summary>
internal sealed class UpliftScript(Play play)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string[] board = [.. Csv.Read("authorities.csv").Where(r => r["region"] == DemoStaff.Region).Select(r => r["gssCode"])];
    private readonly Dictionary<string, UpliftId[]> uplifts = [];

    public void Write()
    {
        play.At(play.DaysAgo(130), RecordIndex);
        Ask(100, new Asking("P-113", ["SC900037", "SC900039"], 2.4m, FromDay: 62), votesFor: 8, against: 1);
        play.At(play.DaysAgo(78, 11), () => Confirm("P-113"));
        Ask(70, new Asking("P-124", ["SC900064", "SC900066"], 3.4m, FromDay: 30), votesFor: 2, against: 7);
        Ask(26, new Asking("P-100", ["SC900003"], 2.8m, FromDay: -26), votesFor: 7, against: 2);
        Ask(8, new Asking("P-134", ["SC900098", "SC900099"], 3.1m, FromDay: -45), votesFor: 3, against: 0);
    }

    private async Task RecordIndex()
    {
        Actor lead = await play.Who("rcc.commissioner");
        await play.Do((RecordUpliftIndex use) => use.Execute(lead, DemoTenders.Framework, new IndexFigure(3.4m, $"12 months to {play.Now.AddMonths(-2):MMMM yyyy}", "Invented for this demonstration"), None));
    }

    private void Ask(int day, Asking asking, int votesFor, int against)
    {
        var told = new UpliftId[1];
        play.At(play.DaysAgo(day), async () => told[0] = await Ask(asking));
        play.At(play.DaysAgo(day - 2, 14), async () =>
        {
            Actor lead = await play.Who("rcc.commissioner");
            await play.Do((PutUpliftToBoard use) => use.Execute(lead, told[0], new EvidenceLooked("The pay award and the energy bills are shown; they bear out the rise for these homes.", null), None));
        });
        play.At(play.DaysAgo(day - 4, 16), () => Vote(told[0], votesFor, against));
        uplifts[asking.Provider] = told;
    }

    private async Task<UpliftId> Ask(Asking asking)
    {
        Actor provider = await play.Of(asking.Provider, Role.ProviderBidder);
        byte[] text = Encoding.UTF8.GetBytes("Pay award and energy bills of the last year, home by home. Invented for this demonstration.\n");
        using var content = new MemoryStream(text);
        Upload file = await play.Ask((KeepFile use) => use.Execute(provider, "Pay award and energy bills.txt", text.Length, content, None));
        EvidenceDocument evidence = await play.Ask((AddEvidence use) => use.Execute(provider, new EvidenceFacts(EvidenceKind.FinancialAccounts, "Pay award and energy bills", "Our accountant", "", []), file.Id, null, None));
        var asked = new UpliftAsked(asking.Percent, LondonTime.DateOf(play.DaysAgo(asking.FromDay)), "Pay rose by the sector’s award, and energy costs more than when the price was agreed.", [evidence.Id.Value], asking.Homes);
        return await play.Ask((AskForUplift use) => use.Execute(provider, DemoTenders.Framework, "1", asked, None));
    }

    // Warwickshire's director has not voted yet: the person of the demo may.
    private async Task Vote(UpliftId id, int votesFor, int against)
    {
        string[] voters = [.. board.Where(a => a != "E10000031").Take(votesFor + against)];
        for (int i = 0; i < voters.Length; i++)
        {
            Actor director = await play.Of(voters[i], Role.Director);
            (BoardVoice voice, string words) = i < votesFor ? (BoardVoice.For, "") : (BoardVoice.Against, "The homes’ occupancy has risen and covers the cost.");
            await play.Do((VoteOnUplift use) => use.Execute(director, id, voice, words, None));
        }
    }

    private async Task Confirm(string provider)
    {
        Actor finance = await play.Who("finance");
        await play.Do((ConfirmUplift use) => use.Execute(finance, uplifts[provider][0], "Within the placements budget: about £16,000 a year for the children placed now.", None));
    }

    private sealed record Asking(string Provider, string[] Homes, decimal Percent, int FromDay);
}
