using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Bench;

/// <summary>England for B4: 20 regions with a framework each, 153 authorities that have joined theirs, 10,000 homes with a price on one of the frameworks, and so many past purchases.</summary>
internal sealed class GateRegion(GateMarket market)
{
    private const int Regions = 20;

    private const int Authorities = 153;

    private const string AnyFramework = "(SELECT \"{0}\" FROM (SELECT \"Id\", \"Ref\", ROW_NUMBER() OVER (ORDER BY \"Ref\") - 1 AS \"Place\" FROM \"Frameworks\") f WHERE f.\"Place\" = n.i % 20)";

    private const string AnyAuthority = "(SELECT \"Id\" FROM \"Organisations\" WHERE \"Code\" = printf('B%03d', n.i % 153))";

    private const string Guid = "printf('{0}0000000-0000-4000-8000-%012d', n.i)";

    private const string AnyHome = "printf('SC1%05d', n.i % {0})";

    private int purchases;

    public int Homes { get; private set; }

    /// <summary>The home that stands at this place of the list.</summary>
    public string Home(int at) => string.Create(CultureInfo.InvariantCulture, $"SC1{at % Homes:00000}");

    public async Task Build(int homes)
    {
        Homes = homes;
        await market.App.WithDb(async db =>
        {
            for (int region = 1; region < Regions; region++)
            {
                Organisation cooperative = Organisation.Register($"region-{region}", $"Region {region}", OrganisationKind.RegionalCooperative);
                Framework framework = FrameworkScene.Agreed(market.Warwickshire, cooperative.Id, string.Create(CultureInfo.InvariantCulture, $"R-{region:00}-2026"));
                framework.GoLive(PortalApp.Start);
                db.AddRange(cooperative, framework, framework.Admit("1", market.Provider));
            }

            await db.Save(Actor.Portal);
        });
        await market.App.WithDb(Join);
        await OneOfEach();
        string folder = market.App.Folder;
        Copies.Make(folder, "ProviderHomes", homes, 0, ("Urn", Of(AnyHome)));
        Copies.Make(folder, "HomeAdmissions", homes, 0, ("Id", string.Format(CultureInfo.InvariantCulture, Guid, 1)), ("HomeUrn", Of(AnyHome)), ("Framework", string.Format(CultureInfo.InvariantCulture, AnyFramework, "Id")), ("FrameworkRef", string.Format(CultureInfo.InvariantCulture, AnyFramework, "Ref")));
        Copies.Make(folder, "PriceSchedules", homes, 0, ("Id", string.Format(CultureInfo.InvariantCulture, Guid, 2)), ("HomeAdmission", string.Format(CultureInfo.InvariantCulture, Guid, 1)));
    }

    /// <summary>Past call-offs and the prices that they put in force, until there are so many.</summary>
    public void Buy(int until)
    {
        string folder = market.App.Folder;
        int from = purchases + 1;
        int more = until - purchases;
        Copies.Make(folder, "PlacementPrices", more, from, ("Id", string.Format(CultureInfo.InvariantCulture, Guid, 3)), ("Authority", AnyAuthority), ("ChildReference", "'P-' || n.i"), ("HomeUrn", Of(AnyHome)));
        Copies.Make(folder, "CallOffs", more, from, ("Id", string.Format(CultureInfo.InvariantCulture, Guid, 4)), ("Ref", "'CO-' || n.i"), ("GateDecision", string.Format(CultureInfo.InvariantCulture, Guid, 5)), ("Authority", AnyAuthority), ("ChildReference", "'P-' || n.i"), ("HomeUrn", Of(AnyHome)));
        purchases = until;
    }

    private string Of(string pattern) => string.Format(CultureInfo.InvariantCulture, pattern, Homes);

    private static async Task Join(PortalDb db)
    {
        List<Framework> frameworks = await db.Frameworks.OrderBy(f => f.Ref).ToListAsync();
        for (int number = 0; number < Authorities; number++)
        {
            Framework framework = frameworks[number % frameworks.Count];
            Organisation authority = Organisation.Register(string.Create(CultureInfo.InvariantCulture, $"B{number:000}"), $"Borough {number}", OrganisationKind.Authority, parent: framework.Cooperative);
            db.AddRange(authority, Accession.OfNamedUser(framework, authority.Id, "Deed", PortalApp.Start));
        }

        await db.Save(Actor.Portal);
    }

    // One real purchase, whose rows the copies are made of.
    private async Task OneOfEach()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        AskedOption asked = new() { ChildReference = "C-0", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.SameDay, HomeUrn = GateMarket.Urn, Price = new Money(6100m) };
        GateDecision decision = await market.App.Do((RecordDecision record) => record.Execute(officer, asked, null, default));
        await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, new DateOnly(2026, 11, 23)), default));
    }
}
