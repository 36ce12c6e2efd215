using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A referral's moments, owner and answers, read afresh each time.</summary>
internal static class ReferralClock
{
    public static Task<OrganisationId> Authority(StepContext step) => Of(step).Select(r => r.Authority).SingleOrDefaultAsync(step.Cancellation);

    /// <summary>The window's end, or at once when every provider has answered.</summary>
    public static async Task<DateTimeOffset?> WindowCloses(StepContext step)
    {
        Referral referral = await Of(step).Include(r => r.Recipients).SingleAsync(step.Cancellation);
        return referral.IsWindowClosed(step.Now) && step.Now < referral.WindowClosesAt ? step.Now : referral.WindowClosesAt;
    }

    public static async Task<DateTimeOffset?> NeededBy(StepContext step) => await Of(step).Select(r => (DateTimeOffset?)r.NeededBy).SingleAsync(step.Cancellation);

    public static async Task<bool> NobodyAsked(StepContext step) => !await Of(step).AnyAsync(r => r.Recipients.Count > 0, step.Cancellation);

    public static async Task<bool> NoOffer(StepContext step) => !await AnyOffer(step) && await Of(step).AnyAsync(r => r.Stage != ReferralStage.Placed, step.Cancellation);

    public static Task<bool> AnyOffer(StepContext step) => step.Db.Offers.AnyAsync(o => o.ReferralRef == step.Reference && o.Stage != OfferStage.Withdrawn, step.Cancellation);

    private static IQueryable<Referral> Of(StepContext step) => step.Db.Referrals.AsNoTracking().Where(r => r.Ref == step.Reference);
}
