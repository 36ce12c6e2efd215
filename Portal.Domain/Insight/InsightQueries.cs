using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Domain.Insight;

/// <summary>Figures from the portal's own records, for one scope.</summary>
public static class InsightQueries
{
    // How the gate's answer is written (GateJson): its flag of a reasoned exception, and its reason that nothing covers the need.
    private const string OverrideFlag = "%\"OVERRIDE\"%";
    private const string GapReason = "%\"rule\":\"B4\"%";

    private static readonly Asked NothingAsked = new() { Authority = default };

    extension(PortalDb db)
    {
        /// <summary>Figures of every authority of the scope, by name; authorities without placements and questions are listed too.</summary>
        public async Task<IReadOnlyList<AuthorityFigures>> AuthorityFigures(InsightScope scope, CancellationToken cancel)
        {
            var authorities = await scope.Authorities(db).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name, o.Region, o.Code }).ToListAsync(cancel);
            ILookup<OrganisationId, Bought> bought = (await db.BoughtIn(scope).ToListAsync(cancel)).ToLookup(b => b.Authority);
            Dictionary<OrganisationId, Asked> asked = await db.AskedIn(scope).ToDictionaryAsync(a => a.Authority, cancel);
            return [.. authorities.Select(a => Figures(new AuthorityFigures { Authority = a.Id, Name = a.Name, Region = a.Region ?? "", Code = a.Code }, [.. bought[a.Id]], asked.GetValueOrDefault(a.Id, NothingAsked)))];
        }

        /// <summary>Needs that nothing live covered, by service type, most frequent first.</summary>
        public async Task<IReadOnlyList<GapFigures>> Gaps(InsightScope scope, CancellationToken cancel)
        {
            var gaps = await db.LatestIn(scope).Where(d => EF.Functions.Like(d.AnswerJson, GapReason)).Select(d => new { d.ServiceType, d.Authority, d.RecordedAt }).ToListAsync(cancel);
            return
            [
                .. gaps.GroupBy(g => g.ServiceType)
                    .Select(g => new GapFigures(g.Key, g.Count(), g.Select(x => x.Authority).Distinct().Count(), g.Max(x => x.RecordedAt)))
                    .OrderByDescending(g => g.Count).ThenBy(g => g.ServiceType, StringComparer.Ordinal),
            ];
        }

        /// <summary>The premium of off-framework placements over the same home's register price.</summary>
        public async Task<PremiumFigures> Premium(InsightScope scope, CancellationToken cancel)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            var fees = await db.FeeApprovals.AsNoTracking()
                .Where(f => authorities.Contains(f.Asked.Authority) && f.Asked.FrameworkRef == null && f.RequestedAt >= scope.Start && f.RequestedAt < scope.End && f.Comparison.Register != null)
                .Select(f => new { f.Asked.Provider, f.Asked.Fee, f.Comparison.Register }).ToListAsync(cancel);
            int providers = fees.Select(f => f.Provider).Distinct().Count();
            decimal[] sorted = [.. fees.Where(f => f.Register > Money.Zero).Select(f => (f.Fee.Amount - f.Register!.Value.Amount) / f.Register.Value.Amount * 100m).Order()];
            decimal? median = providers < Median.LeastProviders || sorted.Length == 0 ? null : decimal.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m, 1, MidpointRounding.AwayFromZero);
            return new PremiumFigures(fees.Count, providers, median);
        }

        private IQueryable<Bought> BoughtIn(InsightScope scope)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            return db.CallOffs.AsNoTracking().Where(c => authorities.Contains(c.Authority) && c.MadeAt >= scope.Start && c.MadeAt < scope.End)
                .Select(c => new Bought(c.Authority, c.Kind, c.Price, c.AfterAYear, c.Unit, c.UnitsPerWeek, c.Weeks));
        }

        // The latest decision of each line: an approval or new facts do not count a need twice.
        private IQueryable<GateDecision> LatestIn(InsightScope scope)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            DbSet<GateDecision> all = db.GateDecisions;
            return all.AsNoTracking().Where(d => authorities.Contains(d.Authority) && d.RecordedAt >= scope.Start && d.RecordedAt < scope.End)
                .Where(d => !all.Any(later => later.Line == d.Line && later.Number > d.Number));
        }

        private IQueryable<Asked> AskedIn(InsightScope scope) =>
            db.LatestIn(scope)
                .Select(d => new
                {
                    d.Authority,
                    Override = EF.Functions.Like(d.AnswerJson, OverrideFlag) ? 1 : 0,
                    Gap = EF.Functions.Like(d.AnswerJson, GapReason) ? 1 : 0,
                    Emergency = d.Outcome == Outcome.AllowEmergency ? 1 : 0,
                    Block = d.Outcome == Outcome.Block ? 1 : 0,
                })
                .GroupBy(d => d.Authority)
                .Select(g => new Asked { Authority = g.Key, All = g.Count(), Overrides = g.Sum(d => d.Override), Emergencies = g.Sum(d => d.Emergency), Blocks = g.Sum(d => d.Block), Gaps = g.Sum(d => d.Gap) });
    }

    private static AuthorityFigures Figures(AuthorityFigures figures, Bought[] bought, Asked asked)
    {
        Bought[] off = [.. bought.Where(b => b.Kind == CallOffKind.OffFramework)];
        return figures with
        {
            CallOffs = bought.Length,
            OffFramework = off.Length,
            Weeks = bought.Sum(b => b.Weeks ?? 0m),
            OffFrameworkWeeks = off.Sum(b => b.Weeks ?? 0m),
            Value = ValueOf(bought),
            OffFrameworkValue = ValueOf(off),
            Decisions = asked.All,
            Overrides = asked.Overrides,
            Emergencies = asked.Emergencies,
            Blocks = asked.Blocks,
            Gaps = asked.Gaps,
        };
    }

    // Counted as the framework counts it: in every unit, and a year where no length was said (A1-09).
    private static Money ValueOf(Bought[] bought) => new(bought.Sum(b => PlacementValue.Expected(b.Price, b.AfterAYear, (b.Unit, b.UnitsPerWeek), b.Weeks).Amount));

    private sealed record Bought(OrganisationId Authority, CallOffKind Kind, Money Price, Money? AfterAYear, string Unit, decimal? UnitsPerWeek, decimal? Weeks);

    private sealed record Asked
    {
        public required OrganisationId Authority { get; init; }

        public int All { get; init; }

        public int Overrides { get; init; }

        public int Emergencies { get; init; }

        public int Blocks { get; init; }

        public int Gaps { get; init; }
    }
}
