using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;

namespace Portal.Domain.Insight;

/// <summary>Counts the watched figures from the portal's own records; nobody has to report anything.</summary>
public static class WatchedQueries
{
    // The portal's own measures: "then sells" within four weeks, "type by type" with at least a day between, "within minutes" up to fifteen.
    private static readonly TimeSpan SoldWithin = TimeSpan.FromDays(28);
    private static readonly TimeSpan Gap = TimeSpan.FromHours(24);
    private static readonly TimeSpan SameSearch = TimeSpan.FromDays(60);
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(15);

    extension(PortalDb db)
    {
        public async Task<WatchedFigures> WatchedFigures(InsightScope scope, CancellationToken cancel)
        {
            IReadOnlyList<AuthorityFigures> authorities = await db.AuthorityFigures(scope, cancel);
            Dictionary<OrganisationId, string> names = authorities.ToDictionary(a => a.Authority, a => a.Name);
            return new WatchedFigures
            {
                ByAuthority = [.. authorities.Where(a => a.Decisions > 0).Select(a => new OverrideFigures(a.Name, a.Overrides, a.Decisions)).OrderByDescending(a => a.Rate).ThenBy(a => a.Name, StringComparer.Ordinal)],
                ByProvider = await db.OverridesByProvider(scope, cancel),
                ByApprover = await db.OverridesByApprover(scope, cancel),
                Appeals = await db.AppealFigures(scope, cancel),
                Premium = await db.Premium(scope, cancel),
                DeclinedThenSold = await db.DeclinedThenSold(scope, cancel),
                Sequential = await db.SequentialSearches(scope, names, cancel),
                Repeats = await db.RepeatEmergencies(scope, names, cancel),
                Quick = await db.QuickApprovals(scope, cancel),
            };
        }

        private IQueryable<GateDecision> DecidedIn(InsightScope scope)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            return db.GateDecisions.AsNoTracking().Where(d => authorities.Contains(d.Authority) && d.RecordedAt >= scope.Start && d.RecordedAt < scope.End);
        }

        private async Task<IReadOnlyList<OverrideFigures>> OverridesByProvider(InsightScope scope, CancellationToken cancel)
        {
            DbSet<GateDecision> all = db.GateDecisions;
            var asked = await (from decision in db.DecidedIn(scope).Where(d => d.Provider != null && !all.Any(later => later.Line == d.Line && later.Number > d.Number))
                               group decision by decision.Provider into own
                               select new { Provider = own.Key, All = own.Count(), Overrides = own.Sum(d => d.Overridden ? 1 : 0) }).Where(p => p.Overrides > 0).ToListAsync(cancel);
            OrganisationId?[] ids = [.. asked.Select(a => a.Provider)];
            Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
            return [.. asked.Select(a => new OverrideFigures(names.GetValueOrDefault(a.Provider!.Value, ""), a.Overrides, a.All)).OrderByDescending(f => f.Rate).ThenBy(f => f.Name, StringComparer.Ordinal)];
        }

        private async Task<IReadOnlyList<OverrideFigures>> OverridesByApprover(InsightScope scope, CancellationToken cancel)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            DbSet<GateDecision> decisions = db.GateDecisions;
            var given = await db.GivenApprovals.AsNoTracking().Where(a => authorities.Contains(a.Authority) && a.At >= scope.Start && a.At < scope.End)
                .Select(a => new { a.Person, a.PersonName, a.Line, Overridden = decisions.Any(d => d.Line == a.Line && d.Overridden) }).ToListAsync(cancel);
            return
            [
                .. given.DistinctBy(a => (a.Person, a.Line)).GroupBy(a => a.Person)
                    .Select(own => new OverrideFigures(own.First().PersonName, own.Count(a => a.Overridden), own.Count()))
                    .Where(f => f.Overrides > 0).OrderByDescending(f => f.Rate).ThenBy(f => f.Name, StringComparer.Ordinal),
            ];
        }

        private async Task<AppealFigures> AppealFigures(InsightScope scope, CancellationToken cancel)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            List<Appeal> appeals = await db.Appeals.AsNoTracking().Where(a => authorities.Contains(a.Authority) && a.LodgedAt >= scope.Start && a.LodgedAt < scope.End).ToListAsync(cancel);
            return new AppealFigures(
                appeals.Count, appeals.Count(a => a.AnsweredAt is not null), appeals.Count(a => a.Stage == AppealStage.Upheld), appeals.Count(a => a.AnsweredAt > a.AnswerBy || a.EscalatedAt is not null));
        }

        private async Task<IReadOnlyList<DeclinedThenSold>> DeclinedThenSold(InsightScope scope, CancellationToken cancel)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            var declined = await (from decline in db.Declines.AsNoTracking()
                                  join referral in db.Referrals.IgnoreAutoIncludes() on decline.Referral equals referral.Id
                                  where authorities.Contains(referral.Authority) && decline.At >= scope.Start && decline.At < scope.End
                                  select new { decline.Provider, decline.At, referral.ServiceTypes }).ToListAsync(cancel);
            OrganisationId[] providers = [.. declined.Select(d => d.Provider).Distinct()];
            var sold = await db.CallOffs.AsNoTracking().Where(c => providers.Contains(c.Provider) && c.FrameworkRef == null && c.MadeAt >= scope.Start).Select(c => new { c.Ref, c.Provider, c.ServiceType, c.Price, c.MadeAt }).ToListAsync(cancel);
            Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => providers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
            var found = declined.SelectMany(d => sold.Where(s => s.Provider == d.Provider && d.ServiceTypes.Contains(s.ServiceType) && s.MadeAt >= d.At && s.MadeAt - d.At <= SoldWithin)).DistinctBy(s => s.Ref);
            return [.. found.GroupBy(s => s.Provider).Select(own => new DeclinedThenSold(names.GetValueOrDefault(own.Key, ""), own.Count(), own.Max(s => s.Price))).OrderByDescending(f => f.Times).ThenBy(f => f.Provider, StringComparer.Ordinal)];
        }

        private async Task<IReadOnlyList<SequentialSearches>> SequentialSearches(InsightScope scope, Dictionary<OrganisationId, string> names, CancellationToken cancel)
        {
            IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
            var sent = await db.Referrals.AsNoTracking().IgnoreAutoIncludes().Where(r => authorities.Contains(r.Authority) && r.SentAt >= scope.Start && r.SentAt < scope.End)
                .OrderBy(r => r.SentAt).Select(r => new Search(r.Authority, r.ChildReference, r.SentAt, r.ServiceTypes)).ToListAsync(cancel);
            return
            [
                .. sent.GroupBy(s => (s.Authority, s.Child)).Select(child => (child.Key.Authority, Gap: LongestGap([.. child]))).Where(c => c.Gap is not null)
                    .GroupBy(c => c.Authority).Select(own => new SequentialSearches(names.GetValueOrDefault(own.Key, ""), own.Count(), (int)own.Max(c => c.Gap!.Value.TotalDays)))
                    .OrderByDescending(f => f.Children).ThenBy(f => f.Authority, StringComparer.Ordinal),
            ];
        }

        private async Task<IReadOnlyList<RepeatEmergencies>> RepeatEmergencies(InsightScope scope, Dictionary<OrganisationId, string> names, CancellationToken cancel)
        {
            var repeated = await (from decision in db.DecidedIn(scope).Where(d => d.Number == 1 && d.Outcome == Outcome.AllowEmergency && d.ChildReference != null)
                                  group decision by new { decision.Authority, decision.ChildReference } into child
                                  select new { child.Key.Authority, Times = child.Count() }).Where(c => c.Times > 1).ToListAsync(cancel);
            return [.. repeated.GroupBy(r => r.Authority).Select(own => new RepeatEmergencies(names.GetValueOrDefault(own.Key, ""), own.Count(), own.Max(c => c.Times))).OrderByDescending(f => f.Children).ThenBy(f => f.Authority, StringComparer.Ordinal)];
        }

        private async Task<IReadOnlyList<QuickApprovals>> QuickApprovals(InsightScope scope, CancellationToken cancel)
        {
            var after = await (from approval in db.GivenApprovals.AsNoTracking()
                               join block in db.DecidedIn(scope).Where(d => d.Outcome == Outcome.Block) on approval.Line equals block.Line
                               where approval.At >= block.RecordedAt
                               select new { approval.Person, approval.PersonName, approval.Line, approval.At, block.RecordedAt }).ToListAsync(cancel);
            return
            [
                .. after.Where(a => a.At - a.RecordedAt <= Minutes).DistinctBy(a => (a.Person, a.Line)).GroupBy(a => a.Person)
                    .Select(own => new QuickApprovals(own.First().PersonName, own.Count(), (int)own.Min(a => (a.At - a.RecordedAt).TotalMinutes)))
                    .OrderByDescending(f => f.Times).ThenBy(f => f.Approver, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>The longest gap between two referrals of one child where the later asks for a type that the earlier did not; null when all was asked at once.</summary>
    private static TimeSpan? LongestGap(IReadOnlyList<Search> searches)
    {
        TimeSpan? longest = null;
        foreach ((Search earlier, Search later) in searches.Zip(searches.Skip(1)))
        {
            TimeSpan gap = later.SentAt - earlier.SentAt;
            if (gap >= Gap && gap <= SameSearch && later.Types.Except(earlier.Types).Any() && (longest is null || gap > longest))
            {
                longest = gap;
            }
        }

        return longest;
    }

    private sealed record Search(OrganisationId Authority, string Child, DateTimeOffset SentAt, List<string> Types);
}
