using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>The authority signs last, one signature under all agreements. In the same transaction the framework comes into being and the winners and their homes are admitted at the prices as bid.</summary>
public sealed class SignContract(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, SignatureGiven given, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, which.Tender, stop);
        DelegatedAuthority.MustCover(actor, tender.NetValue);
        Award award = await db.AwardOf(tender.Id, which.Part, stop) ?? throw new RuleBroken("NOT_DECIDED", "The award has not been decided.", "A10-01");
        RuleBroken.If(await db.WhatStandsAgainst(tender.Id, [.. award.WinningBidders], stop));
        Organisation buyer = await db.Organisations.SingleAsync(o => o.Id == tender.Buyer, stop);
        DateTimeOffset now = clock.GetUtcNow();
        award.Sign(tender, given.Under(award.DocumentsSha256, tender.Buyer, buyer.Name, actor, now));
        if (tender.Framework is not null)
        {
            await db.AdmitWinners(tender, award, buyer, now, stop);
        }

        db.AddRange(award.WinningBidders.Select(b => Signed(tender, award, b, now)));
        await db.Save(actor, stop);
    }

    private static Message Signed(Tender tender, Award award, OrganisationId winner, DateTimeOffset now)
    {
        (string body, string link) = tender.IsDirect
            ? ("All parties have signed. The contract begins on the day it says.", $"/direct-awards/{tender.Ref}/agreement")
            : (tender.Framework is null
                ? "All parties have signed. The contract begins on the day it says."
                : "All parties have signed. Your admission and your homes are recorded; the next step is onboarding each home.", award.ResultPage);
        string what = award.Part == 0 ? "the agreement" : $"the agreement for {tender.PartInWords(award.Part)}";
        return Message.ToOrganisation(winner, null, $"{tender.Title}: {what} is signed", body, link, now, $"signed/{tender.Ref}{award.Ref.Suffix}/{winner.Value}");
    }
}
