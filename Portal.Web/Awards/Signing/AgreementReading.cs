using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Direct;

namespace Portal.Web.Awards.Signing;

/// <summary>An award whose agreements the reader may see: the buyer's people all, a winner that has been told its own; for anybody else it does not exist.</summary>
internal sealed record AgreementReading(Tender Tender, Award Award, bool IsBuyer, OrganisationId Reader)
{
    public static async Task<AgreementReading> Load(PortalDb db, Actor actor, AwardRef which, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToSign(which.Tender, cancel);
        Award award = await db.AwardOf(tender.Id, which.Part, cancel) ?? throw new NotFound($"The agreements of {which.Tender}");
        bool buyer = tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal, Role.Finance);
        return buyer || award.MayRead(tender, actor.Organisation) ? new AgreementReading(tender, award, buyer, actor.Organisation) : throw new NotFound($"The agreements of {which.Tender}");
    }

    public static (string Text, string Href)[] TrailOf(Tender tender, Award award, bool buyer) => (tender.IsDirect, buyer) switch
    {
        (true, true) => [.. DirectAwardLinks.Trail(tender.Ref, tender.Title)],
        (true, false) => [("The award", DirectAwardLinks.Agreement(tender.Ref))],
        (false, true) => [.. AwardLinks.Trail(award.Ref, tender.Title)],
        _ => [(tender.Title, $"/tenders/{tender.Ref}"), ("Your result", AwardLinks.Result(award.Ref))],
    };

    public void MustBeBuyer()
    {
        if (!IsBuyer)
        {
            throw new NotFound($"The agreements of {Tender.Ref}");
        }
    }

    public AgreementDocument Of(OrganisationId party) =>
        (IsBuyer || party == Reader ? Award.DocumentOf(party) : null) ?? throw new NotFound("That agreement");
}
