using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>The moderator records who attended the meeting about a lot, and when.</summary>
public sealed class RecordAttendance(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, IReadOnlyCollection<PersonId> present, string when, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToModerate(actor, reference, stop);
        Moderation moderation = await db.ModerationOf(tender.Id, tender.LotNumbered(lotNumber).Id, stop)
            ?? throw new RuleBroken("WRONG_STAGE", "Moderation has not begun.", "C2-03");
        moderation.RecordAttendance(tender, present, when);
        await db.Save(actor, stop);
    }
}
