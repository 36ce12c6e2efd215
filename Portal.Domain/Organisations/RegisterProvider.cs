using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A provider registers itself with its first user; nobody can act for it until a buyer has verified that.</summary>
public sealed partial class RegisterProvider(PortalDb db, TimeProvider clock)
{
    public async Task<Person> Execute(string name, string companyNumber, PostalAddress postal, string personName, string email, CancellationToken cancellation = default)
    {
        string number = companyNumber.Trim().ToUpperInvariant();
        if (!CompanyNumber().IsMatch(number))
        {
            throw new RuleBroken("COMPANY_NUMBER", "Enter the company number as Companies House writes it: eight digits, or two letters and six digits. A charity without one enters CE and its six-digit number.", field: "CompanyNumber");
        }

        if (await db.Organisations.AnyAsync(o => o.CompanyNumber == number || o.Code == "P-" + number, cancellation))
        {
            throw new RuleBroken("PROVIDER_KNOWN", "This company is registered already. Ask a colleague who is its administrator to invite you.", field: "CompanyNumber");
        }

        string address = email.Trim().ToLowerInvariant();
        Organisation organisation = Organisation.Register("P-" + number, name.Trim(), OrganisationKind.Provider, companyNumber: number, address: postal);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Email == address, cancellation);
        if (person is null)
        {
            person = Person.Introduce(personName, address);
            db.AddRange(person, Account.For(person));
        }

        person.HoldRoles(organisation.Id, [Role.ProviderBidder, Role.Administrator]);
        db.Add(organisation);
        await TellVerifiers(organisation, cancellation);
        await db.Save(Actor.Portal, cancellation);
        return person;
    }

    // The co-operatives' administrators verify; the first to look does it for all.
    private async Task TellVerifiers(Organisation provider, CancellationToken cancellation)
    {
        List<OrganisationId> verifiers = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative)
            .Select(o => o.Id).ToListAsync(cancellation);
        db.AddRange(verifiers.Select(v => Message.ToOrganisation(
            v, Role.Administrator, $"Verify a new provider: {provider.Name}", "Check that the person who registered may act for the company, then verify or refuse.", $"/organisations/{provider.Code}/verify", clock.GetUtcNow())));
    }

    [GeneratedRegex("^([0-9]{8}|[A-Z]{2}[0-9]{6})$")]
    private static partial Regex CompanyNumber();
}
