using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>The facts of a decision, and whose they are.</summary>
public sealed record GatheredFacts(Facts Facts, OrganisationId Authority, OrganisationId? Provider, string RequesterName);

/// <summary>Who asks for a decision: the authority, and the person or client in its name.</summary>
public sealed record GateRequester(OrganisationId Authority, string Id, string Name)
{
    public static GateRequester Of(Actor actor) => new(actor.Organisation, actor.Person == default ? actor.Name : actor.Person.Value.ToString(), actor.Name);
}

/// <summary>Completes what was asked with what the portal knows: register, judgement, places, embargoes, frameworks, price register, search and current price; assertions about these are ignored.</summary>
public sealed class GatherFacts(PortalDb db)
{
    // The authority with its co-operative, and what it pays for this child in this home.
    private static readonly PreparedQuery<PlacedAt, AuthorityNow> Authorities = new((db, asked) =>
        from authority in db.Organisations
        where authority.Id == asked.Authority
        select new AuthorityNow(
            authority.Code,
            db.Set<Organisation>().Where(p => p.Id == authority.Parent).Select(p => p.Code).FirstOrDefault(),
            db.Set<PlacementPrice>()
                .Where(p => p.Authority == asked.Authority && p.ChildReference == asked.Child && p.HomeUrn == asked.HomeUrn)
                .OrderByDescending(p => p.From)
                .Select(p => (Money?)p.Price)
                .FirstOrDefault()));

    public async Task<GatheredFacts> Execute(AskedOption asked, GateRequester requester, IReadOnlyList<ApprovalFacts> approvals, DateTimeOffset now, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(now);
        AuthorityNow authority = (await Authorities.Ask(db, new PlacedAt(requester.Authority, asked.ChildReference, asked.HomeUrn), cancel)).Single();
        KnownHome home = await KnownHome.Look(db, asked, cancel);
        List<FrameworkTerms> terms = await KnownTerms.For(db, requester.Authority, home.Provider, asked, today, cancel);
        PriceTerms? schedule = await KnownTerms.Schedule(db, asked, terms, today, cancel);
        Facts facts = new()
        {
            At = now,
            Authority = new AuthorityFacts(authority.Code, authority.Rcc),
            Child = AssertedFacts.Child(asked),
            Need = AssertedFacts.Need(asked),
            Option = home.Describe(AssertedFacts.Option(asked), asked, authority.Code) with
            {
                CurrentPrice = authority.CurrentPrice,
                ItemisedExtras = [.. asked.ItemisedExtras.Select(e => ScheduledExtras.Price(e, schedule))],
            },
            Frameworks = [.. await KnownTerms.Frameworks(db, asked, terms, cancel)],
            PriceRegister = [.. await KnownTerms.Register(db, asked, home.Home?.FormerUrn, today, cancel)],
            Search = await SearchSoFar.Of(db, requester.Authority, asked, terms, now, cancel),
            Approvals = approvals,
            ConflictedPersons = await Conflicted(home.Provider, approvals, cancel),
            Requester = requester.Id,
            LegalGround = asked.LegalGround,
            ExceptionReason = asked.ExceptionReason,
            OnlyUnregisteredAvailable = asked.OnlyUnregisteredAvailable,
            OnlyPoorRegisteredAvailable = asked.OnlyPoorRegisteredAvailable,
        };
        return new GatheredFacts(facts, requester.Authority, home.Provider, requester.Name);
    }

    // Whoever works for the provider has a conflict of interest about its homes.
    private async Task<IReadOnlyList<string>> Conflicted(OrganisationId? provider, IReadOnlyList<ApprovalFacts> approvals, CancellationToken cancel)
    {
        PersonId[] people = [.. approvals.Select(a => a.Person).OfType<string>().Where(p => Guid.TryParse(p, out _)).Select(p => PersonId.From(Guid.Parse(p)))];
        return people.Length == 0 || provider is null
            ? []
            : [.. (await db.People.Where(p => people.Contains(p.Id) && p.Memberships.Any(m => m.Organisation == provider)).Select(p => p.Id).ToListAsync(cancel)).Select(p => p.Value.ToString())];
    }

    private sealed record PlacedAt(OrganisationId Authority, string? Child, string? HomeUrn);

    private sealed record AuthorityNow(string Code, string? Rcc, Money? CurrentPrice);
}
