using Portal.Domain.Tenders.FromNotice;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Starts a draft from a published notice and keeps the notice with the list of what could not be carried; a file that is no notice leaves nothing behind.</summary>
public sealed class StartTenderFromNotice(PortalDb db, TimeProvider clock)
{
    /// <returns>The new tender's reference.</returns>
    public async Task<string> Execute(Actor actor, NoticeFile file, string fileName, CancellationToken stop)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        NoticeDraft draft = NoticeReader.Read(file);
        DateTimeOffset now = clock.GetUtcNow();
        string reference = await TenderRefs.Next(db, actor, now, stop);
        Tender tender = DraftFromNotice.Make(draft, reference, actor, await db.ClassOf(actor.Organisation, stop), now);
        db.Add(tender);
        db.Add(KeptNotice.Of(tender, draft, file, fileName, now));
        await db.Save(actor, stop);
        return tender.Ref;
    }
}
