using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Referrals;

/// <summary>Why no place is needed any more.</summary>
public sealed record WithdrawReferralBody(string? Reason);

/// <summary>POST /api/v1/referrals/{id}/withdrawal: every provider that was asked is told; sent again it answers the same and tells nobody twice.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/referrals/{id}/withdrawal")]
public sealed class WithdrawReferralApiController(WithdrawReferral withdraw, PortalDb db) : PortalApi
{
    private const int LongestReason = 4000;

    [HttpPost]
    [ProducesResponseType<ReferralAnswer>(StatusCodes.Status200OK)]
    public async Task<ReferralAnswer> Withdraw(string id, CancellationToken cancel)
    {
        WithdrawReferralBody body = await Body<WithdrawReferralBody>(cancel);
        InputErrors errors = new();
        errors.NeedWords("reason", body.Reason, LongestReason);
        errors.ThrowIfAny();
        if (!await IsWithdrawn(id, cancel))
        {
            try
            {
                await withdraw.Execute(Caller, id, body.Reason!, cancel);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await IsWithdrawn(id, cancel))
                {
                    throw;
                }
            }
        }

        return ReferralAnswer.Of(await db.LoadReferral(Caller, id, cancel));
    }

    private async Task<bool> IsWithdrawn(string id, CancellationToken cancel) => (await db.LoadReferral(Caller, id, cancel)).Stage == ReferralStage.Withdrawn;
}
