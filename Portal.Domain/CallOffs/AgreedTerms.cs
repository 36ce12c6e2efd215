using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>The terms on which a place was called off: its home's schedule as it stood that day.</summary>
public static class AgreedTerms
{
    extension(PortalDb db)
    {
        /// <summary>Notice, absence and retainer of the home's schedule when the place was called off; null off framework and where a lot has no schedule.</summary>
        public async Task<PriceTerms?> AgreedTermsOf(CallOff callOff, CancellationToken cancel)
        {
            HomeAdmission? admission = callOff.FrameworkRef is null ? null : await db.HomeAdmissions.AsNoTracking().Include(h => h.Schedules)
                .SingleOrDefaultAsync(h => h.FrameworkRef == callOff.FrameworkRef && h.LotNumber == callOff.LotNumber && h.HomeUrn == callOff.HomeUrn, cancel);
            return admission?.ScheduleOn(LondonTime.DateOf(callOff.MadeAt))?.Terms;
        }
    }
}
