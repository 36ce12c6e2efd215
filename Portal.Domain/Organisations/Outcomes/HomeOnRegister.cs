using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Outcomes;

/// <summary>What the regulator's register says of a home as it was last recorded, by a quality lead or from the regulator's file (care-sector §1.5).</summary>
/// <param name="RecordedAt">When it was last recorded; null where it stands as the provider entered it when it added the home.</param>
public sealed record HomeOnRegister(string Urn, string Name, Registration Registration, Judgement Judgement, bool Restriction, DateTimeOffset? RecordedAt)
{
    /// <summary>Nothing on the register stands against a new placement: registered, not inadequate, not restricted.</summary>
    public bool IsInOrder => Registration == Registration.Active && Judgement != Judgement.Inadequate && !Restriction;
}

/// <summary>Reads it.</summary>
public static class HomesOnRegister
{
    private const string Recorded = "home.outcomeRecorded";

    extension(PortalDb db)
    {
        /// <summary>Every home of a provider, by URN.</summary>
        public async Task<IReadOnlyList<HomeOnRegister>> OnRegister(OrganisationId provider, CancellationToken stop)
        {
            List<ProviderHome> homes = await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == provider).OrderBy(h => h.Urn).ToListAsync(stop);
            string[] subjects = [.. homes.Select(h => $"home/{h.Urn}")];
            Dictionary<string, DateTimeOffset> recorded = await db.LogEntries.AsNoTracking()
                .Where(e => e.Action == Recorded && subjects.Contains(e.Subject))
                .GroupBy(e => e.Subject).Select(g => new { g.Key, At = g.Max(e => e.At) })
                .ToDictionaryAsync(g => g.Key, g => g.At, stop);
            return [.. homes.Select(h => new HomeOnRegister(h.Urn, h.Name, h.Registration, h.Judgement, h.Restriction, recorded.TryGetValue($"home/{h.Urn}", out DateTimeOffset at) ? at : null))];
        }
    }
}
