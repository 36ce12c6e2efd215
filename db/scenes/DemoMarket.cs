using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>An invented market: sixty providers and their homes. No real provider stands beside an invented price.</summary>
public sealed class DemoMarket(PortalDb db, TimeProvider clock) : IScene
{
    public int Order => 100;

    public bool Demo => true;

    public async Task Play(CancellationToken cancellation)
    {
        if (await db.ProviderHomes.AnyAsync(cancellation))
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        Dictionary<string, Organisation> providers = Csv.Read("providers.csv").ToDictionary(
            row => row["code"],
            row => Organisation.Register(row["code"], row["name"], OrganisationKind.Provider, companyNumber: row["companyNumber"], address: AddressOf(row["companyNumber"])));
        foreach (Organisation provider in providers.Values)
        {
            provider.Verify(now, "Invented for demonstration");
            provider.StateScale(new SupplierScale(Sme: provider.Code[^1] is not ('0' or '5'), Vcse: provider.Code[^1] == '7'));
        }

        foreach (Organisation buyer in await db.Organisations.Where(o => o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative).ToListAsync(cancellation))
        {
            buyer.RecordAddress(new PostalAddress("2 Invented Lane", "Exampleford", "ZZ9 9AA") { Email = $"tenders.{buyer.Code}@example.org" });
        }

        db.AddRange(providers.Values);
        db.AddRange(Csv.Read("homes.csv").Select(row => Home(row, providers[row["provider"]].Id, now)));
        await db.Save(Actor.Portal, cancellation);
    }

    // An invented street, and a postcode area that does not exist.
    private static PostalAddress AddressOf(string companyNumber) => new($"{companyNumber[^2..].TrimStart('0')}1 Invented Lane", "Exampleford", $"ZZ{companyNumber[^1]} {companyNumber[^2]}AA") { Email = $"tenders.{companyNumber}@example.org" };

    private static ProviderHome Home(IReadOnlyDictionary<string, string> row, OrganisationId provider, DateTimeOffset now)
    {
        ProviderHome home = ProviderHome.Register(
            row["urn"], provider, row["name"], row["authority"], [row["serviceType"]], int.Parse(row["places"], CultureInfo.InvariantCulture), Enum.Parse<Judgement>(row["judgement"], ignoreCase: true));
        home.StateOccupancy(int.Parse(row["occupied"], CultureInfo.InvariantCulture), now);
        return home;
    }
}
