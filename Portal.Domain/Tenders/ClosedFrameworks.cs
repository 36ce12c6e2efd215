using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Keeps tenders off a closed framework that another tender set up: asked while drafting and again at publication, for it may have closed in between.</summary>
internal static class ClosedFrameworks
{
    extension(PortalDb db)
    {
        public async Task MustNotJoinClosed(FrameworkTerms? terms, string tenderRef, CancellationToken stop)
        {
            if (terms is not null && await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.Ref == terms.Ref, stop) is { } held)
            {
                RuleBroken.If(held.WhatBlocksJoining(tenderRef));
            }
        }
    }
}
