using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>Prints the agreements that wait for it: the buyer's people all, some at a time; a winner its own. One that was kept as a page is printed anew once there is a printer, as long as nobody has signed it.</summary>
public sealed class PrintAgreements(PortalDb db, IAgreementPress press, TimeProvider clock)
{
    /// <summary>How many are printed in one go, so that nobody waits longer than a few seconds.</summary>
    public const int AtOnce = 50;

    /// <returns>How many still wait.</returns>
    public async Task<int> Execute(Actor actor, AwardRef which, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToSign(which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        OrganisationId[] waiting = [.. MayPrint(actor, tender, award).Where(party => Waits(award, party))];
        string[] codes = await CodesOf(waiting, stop);
        foreach ((OrganisationId party, string code) in waiting.Zip(codes).Take(AtOnce))
        {
            PrintedAgreement printed = await press.Print(tender, award, party, stop);
            AgreementFile file = AgreementFile.Of(tender, printed);
            string name = $"agreement-{tender.Ref}{which.Suffix}-{code}.{(printed.MediaType == AgreementDocument.Pdf ? "pdf" : "html")}";
            award.KeepAgreement(tender, new AgreementDocument(party, name, printed.MediaType, printed.Content.Length, file.Sha256, actor.Name, clock.GetUtcNow()));
            if (!await db.AgreementFiles.AnyAsync(f => f.Tender == file.Tender && f.Sha256 == file.Sha256, stop))
            {
                db.Add(file); // After a re-opening a winner that stays may get the very same pages.
            }
        }

        await db.Save(actor, stop);
        return Math.Max(0, waiting.Length - AtOnce);
    }

    private static IEnumerable<OrganisationId> MayPrint(Actor actor, Tender tender, Award award)
    {
        bool ours = tender.Buyer == actor.Organisation || tender.StandsIn(actor.Person, TeamPart.Commissioner);
        if (actor.IsPortal || (ours && actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService)))
        {
            return award.WinningBidders;
        }

        return award.MayRead(tender, actor.Organisation) && actor.Is(Role.ProviderBidder) ? [actor.Organisation] : throw new NotFound("That award");
    }

    private bool Waits(Award award, OrganisationId party) =>
        !award.HasSigned(party) && (award.DocumentOf(party) is not { } held || (press.PrintsPdf && !held.IsPdf));

    private async Task<string[]> CodesOf(OrganisationId[] parties, CancellationToken stop)
    {
        Dictionary<OrganisationId, string> codes = await db.Organisations.Where(o => parties.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, stop);
        return [.. parties.Select(p => codes[p])];
    }
}
