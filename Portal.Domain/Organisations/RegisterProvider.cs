using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>What somebody states who registers a provider.</summary>
public sealed record ProviderRegistration(string Organisation, string CompanyNumber, string PersonName, string Email)
{
    /// <summary>The registered office; letters and, of a winner, every assessment summary carry it (A10-03).</summary>
    public PostalAddress? Address { get; init; }
}

/// <summary>A provider registers itself with its first user; nobody can act for it until a buyer has verified that.</summary>
public sealed partial class RegisterProvider(PortalDb db)
{
    /// <param name="by">Who is signed in; null for the public.</param>
    /// <returns>The first user; null, and nothing is registered, where the address belongs to somebody who is not the one signed in: that person is told by mail, and the page tells nobody.</returns>
    public async Task<Person?> Execute(ProviderRegistration stated, PersonId? by, CancellationToken cancellation = default)
    {
        string number = stated.CompanyNumber.Trim().ToUpperInvariant();
        await MustBeFree(stated, number, cancellation);
        string address = stated.Email.Trim().ToLowerInvariant();
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Email == address, cancellation);
        if (person is not null && person.Id != by)
        {
            return null;
        }

        Organisation organisation = Organisation.Register("P-" + number, stated.Organisation.Trim(), OrganisationKind.Provider, companyNumber: number, address: stated.Address);
        if (person is null)
        {
            person = Person.Introduce(stated.PersonName, address);
            db.AddRange(person, Account.For(person));
        }

        person.HoldRoles(organisation.Id, [Role.ProviderBidder, Role.Administrator]);
        db.Add(organisation);
        await db.Save(Actor.Portal, cancellation);
        return person;
    }

    private async Task MustBeFree(ProviderRegistration stated, string number, CancellationToken cancellation)
    {
        RuleBroken.If([.. PlainText.WhatBlocks(stated.Organisation, "Organisation"), .. PlainText.WhatBlocks(stated.PersonName, "Name")]);
        if (!CompanyNumber().IsMatch(number))
        {
            throw new RuleBroken("COMPANY_NUMBER", "Enter the company number as Companies House writes it: eight digits, or two letters and six digits. A charity without one enters CE and its six-digit number.", field: "CompanyNumber");
        }

        if (await db.Organisations.AnyAsync(o => o.CompanyNumber == number || o.Code == "P-" + number, cancellation))
        {
            throw new RuleBroken("PROVIDER_KNOWN", "This company is registered already. Ask a colleague who is its administrator to invite you.", field: "CompanyNumber");
        }
    }

    [GeneratedRegex("^([0-9]{8}|[A-Z]{2}[0-9]{6})$")]
    private static partial Regex CompanyNumber();
}
