using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.E2E.Furniture;
using Portal.Tests.Tenders;

namespace Portal.E2E.Bids;

/// <summary>A published tender of two lots that asks for a policy and for open-book costs, two openers with keys, and a provider who bids: reached through use cases.</summary>
internal static class LastMinuteScene
{
    public const string Ref = "WM-2026-0001";
    public const string Passphrase = "dem2-dem2-dem2-dem2-dem2";

    public static DateTimeOffset Closes => ATender.Closes;

    public static async Task Publish(Cast cast)
    {
        Actor commissioner = await cast.Portal.Someone(cast.Cooperative, Role.Commissioner);
        List<(PersonId, string, TeamPart)> team = [.. ATender.Team.Where(m => m.Item3 != TeamPart.Opener)];
        foreach (string name in new[] { "opener one", "opener two" })
        {
            await cast.Enter(name, Role.Opener);
            Actor opener = cast.ActorOf(name);
            await cast.Portal.Do((MakeOpenerKey make) => make.Execute(opener, Passphrase, CancellationToken.None));
            team.Add((opener.Person, opener.Name, TeamPart.Opener));
        }

        NewDocument paper = await cast.Portal.Do((PublicFiles files) => files.Keep("Specification.pdf", "Specification", new MemoryStream("%PDF-1.4\n"u8.ToArray()), CancellationToken.None));
        await cast.Portal.WithDb(async db =>
        {
            Tender tender = ATender.Ready(commissioner, Ref, "1", "2");
            tender.RemoveDocument(tender.Documents.Single().Id);
            tender.AddDocument(paper, commissioner.Person, ATender.Now);
            foreach (string lot in new[] { "1", "2" })
            {
                tender.ChangeLot(lot, "perHome", l => l.Describe(ATender.ALot with { PerHome = false }));
                tender.ChangeLot(lot, "documents", Ask);
            }

            tender.ChooseTeam(team);
            tender.Publish(ATender.Now);
            db.Add(tender);
            await db.Save(commissioner);
        });
    }

    private static void Ask(Lot lot) => lot.Require(
        [
            new RequiredDocument { Code = "policy", Title = "Safeguarding policy", Types = ["pdf"] },
            new RequiredDocument { Code = "costs", Title = "Open-book costs", Types = ["csv"] },
        ],
        [new Declaration { Code = "D1", Text = "The prices include every cost of the specification." }]);
}
