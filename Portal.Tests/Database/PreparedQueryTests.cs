using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Tests.Gate;

namespace Portal.Tests.Database;

/// <summary>A question that is prepared once answers as the query it was made of, whatever is asked; what cannot be prepared is refused.</summary>
public sealed class PreparedQueryTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task It_answers_as_the_query_it_was_made_of()
    {
        PreparedQuery<Need, FrameworkTerms> prepared = new((db, asked) => db.FrameworkTermsFor(asked.Authority, asked.Provider, asked.Urn, asked.ServiceType, asked.Day, asked.Age));
        DateOnly day = new(2026, 11, 23);
        int found = 0;
        foreach (OrganisationId authority in new[] { market.Warwickshire, market.Hartlepool })
        {
            foreach ((OrganisationId? provider, string? urn) in new[] { (market.Provider, GateMarket.Urn), ((OrganisationId?)null, (string?)null), (market.Provider, "SC000000") })
            {
                foreach ((string service, DateOnly on, int age) in new[] { ("residential", day, 14), ("fostering", day, 14), ("residential", day.AddYears(-30), 14), ("residential", day, 40) })
                {
                    List<FrameworkTerms> plain = await market.App.WithDb(db => db.FrameworkTermsFor(authority, provider, urn, service, on, age).ToListAsync(Token));
                    Assert.Equal(plain, await market.App.WithDb(db => prepared.Ask(db, new Need(authority, provider, urn, service, on, age), Token)));
                    found += plain.Count;
                }
            }
        }

        Assert.True(found > 0, "Nothing was compared.");
    }

    [Fact]
    public async Task A_value_worked_out_of_a_parameter_is_refused()
    {
        PreparedQuery<Named, string> prepared = new((db, asked) =>
        {
            string worked = asked.Ref.ToUpperInvariant();
            return db.Frameworks.Where(f => f.Ref == worked).Select(f => f.Ref);
        });

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => market.App.WithDb(db => prepared.Ask(db, new Named("WM-2026"), Token)));
        Assert.Contains("worked", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_is_not_asked_for_is_refused()
    {
        PreparedQuery<Named, string> prepared = new((db, _) => db.Frameworks.Select(f => f.Ref));

        await Assert.ThrowsAsync<InvalidOperationException>(() => market.App.WithDb(db => prepared.Ask(db, new Named("WM-2026"), Token)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private sealed record Need(OrganisationId Authority, OrganisationId? Provider, string? Urn, string ServiceType, DateOnly Day, int Age);

    private sealed record Named(string Ref);
}
