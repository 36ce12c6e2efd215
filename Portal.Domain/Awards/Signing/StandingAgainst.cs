using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>What was found against a supplier anywhere in a tender counts in every award of it, also where its bidders were told before (A6-01, A6-12; s.26, s.57).</summary>
public static class StandingAgainst
{
    extension(PortalDb db)
    {
        /// <summary>Why no contract may be entered into with these suppliers: a decided case that excludes one, or a tender that is disregarded as a whole. Empty when nothing is found.</summary>
        public async Task<IReadOnlyList<Reason>> WhatStandsAgainst(TenderId tender, IReadOnlyCollection<OrganisationId> suppliers, CancellationToken stop = default)
        {
            List<BidCase> cases = await db.BidCases.AsNoTracking().Where(c => c.Tender == tender && c.Kind == CaseKind.Exclusion && c.Outcome == CaseOutcome.Disregarded && suppliers.Contains(c.Bidder)).ToListAsync(stop);
            int disregarded = await db.ParticipationDecisions.CountAsync(d => d.Tender == tender && d.Outcome != ParticipationOutcome.Qualified && suppliers.Contains(d.Bidder), stop);
            return
            [
                .. cases.DistinctBy(c => c.Bidder).Select(c => new Reason("EXCLUDED", $"Case {c.Number} of this tender excludes a supplier of this award: no contract may be signed with it. The authority takes it out, and the next in rank comes forward.", "A6-01")),
                .. disregarded > 0 && cases.Count == 0 ? [new Reason("DISREGARDED", "The tender of a supplier of this award is disregarded: it withdrew, or failed the conditions or the last checks. No contract may be signed with it; the authority takes it out, and the next in rank comes forward.", "A6-12")] : Array.Empty<Reason>(),
            ];
        }
    }
}
