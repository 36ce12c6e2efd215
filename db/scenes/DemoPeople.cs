using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>Invented people, at least one for each role, who sign in by one click on the demo page.</summary>
public sealed class DemoPeople(PortalDb db) : IScene
{
    private static readonly (string Name, string Email, string Organisation, Role[] Roles)[] People =
    [
        ("Asha Verity", "commissioner", "west-midlands", [Role.Commissioner]),
        ("Ben Larkfield", "evaluator.one", "west-midlands", [Role.Evaluator]),
        ("Carys Oakham", "evaluator.two", "west-midlands", [Role.Evaluator]),
        ("Dev Marlowe", "evaluator.three", "west-midlands", [Role.Evaluator]),
        ("Esme Thornbury", "moderator", "west-midlands", [Role.Moderator]),
        ("Femi Ashgrove", "opener.one", "west-midlands", [Role.Opener]),
        ("Gwen Stanmoor", "opener.two", "west-midlands", [Role.Opener]),
        ("Hugo Penrith", "legal", "west-midlands", [Role.Legal]),
        ("Imani Fairlea", "finance", "west-midlands", [Role.Finance]),
        ("Jonas Wickham", "rcc.commissioner", "west-midlands", [Role.RccCommissioner, Role.Commissioner]),
        ("Kezia Holt", "quality", "west-midlands", [Role.QaLead]),
        ("Leo Branscombe", "administrator", "west-midlands", [Role.Administrator]),
        ("Wanda Castleford", "region.director", "west-midlands", [Role.Director]),
        ("Xavier Holbeck", "region.head", "west-midlands", [Role.HeadOfService, Role.NominatedOfficer]),
        ("Mina Hartwell", "placement", "E10000031", [Role.PlacementOfficer]),
        ("Noor Eastley", "head.of.service", "E10000031", [Role.HeadOfService]),
        ("Owen Castlereach", "director", "E10000031", [Role.Director]),
        ("Priya Langdale", "nominated", "E10000031", [Role.NominatedOfficer]),
        ("Quentin Rowe", "council.finance", "E10000031", [Role.Finance]),
        ("Ruth Elmsworth", "council.administrator", "E10000031", [Role.Administrator]),
        ("Sami Northcott", "analyst", ReferenceOrganisations.National, [Role.NccAnalyst]),
        ("Tess Averill", "national.commissioner", ReferenceOrganisations.National, [Role.Commissioner, Role.Administrator]),
        ("Yusuf Harrowgate", "national.director", ReferenceOrganisations.National, [Role.Director]),
        ("Uma Brightwater", "provider", "P-100", [Role.ProviderBidder, Role.Administrator]),
        ("Vic Thistlewood", "provider.two", "P-101", [Role.ProviderBidder, Role.Administrator]),
    ];

    public int Order => 110;

    public bool Demo => true;

    public async Task Play(CancellationToken cancellation)
    {
        if (await db.People.AnyAsync(p => p.Email.EndsWith("@demo.example"), cancellation))
        {
            return;
        }

        List<string> codes = [.. People.Select(p => p.Organisation).Distinct()];
        Dictionary<string, OrganisationId> organisations = await db.Organisations.Where(o => codes.Contains(o.Code)).ToDictionaryAsync(o => o.Code, o => o.Id, cancellation);
        foreach ((string name, string email, string organisation, Role[] roles) in People)
        {
            Person person = Person.Introduce(name, email + "@demo.example");
            person.HoldRoles(organisations[organisation], roles);
            Account account = Account.For(person);
            (account.EmailConfirmed, account.TwoFactorEnabled) = (true, true);
            db.AddRange(person, account);
        }

        await db.Save(Actor.Portal, cancellation);
    }
}
