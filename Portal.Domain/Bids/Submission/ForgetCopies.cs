using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Bids.Submission;

/// <summary>Throws bidders' copies away when their week is over.</summary>
public sealed class ForgetCopies(PortalDb db, TimeProvider clock)
{
    /// <summary>How many were thrown away.</summary>
    public Task<int> Execute(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return db.KeptCopies.Where(c => c.ForgottenAt <= now).ExecuteDeleteAsync(ct);
    }
}
