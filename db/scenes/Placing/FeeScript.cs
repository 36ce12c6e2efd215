using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Fees;
using Portal.Domain.Kernel;

namespace Portal.Db.Scenes.Placing;

/// <summary>Fees asked for by call-offs are signed some days later; those of the last week still wait, some with one signature.</summary>
internal sealed class FeeScript(Play play)
{
    private const int WaitingDays = 3;
    private static readonly CancellationToken None = CancellationToken.None;

    public async Task Sign(string callOff, string authority)
    {
        FeeApproval? fee = await play.Ask((PortalDb db) => db.FeeApprovals.AsNoTracking().Include(f => f.Signatures).SingleOrDefaultAsync(f => f.Asked.CallOffRef == callOff));
        bool waits = play.Now > play.Ends.AddDays(-WaitingDays);
        foreach (Role role in fee is null ? [] : fee.StillToSign.Take(waits ? 1 : int.MaxValue).ToArray())
        {
            Actor by = role == Role.RccCommissioner ? await play.Who("rcc.commissioner") : await play.Of(authority, role);
            await play.Do((SignFee use) => use.Execute(by, fee!.Id, "Within the schedule; the lot's median was looked at.", None));
        }
    }
}
