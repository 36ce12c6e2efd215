using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>Makes the notice that a happening of a tender owes (A14), once for each happening.</summary>
public sealed class ProduceNotice(PortalDb db, NoticeSettings settings)
{
    /// <summary>The notice, or null when this happening owes none: a draft that was given up was never public.</summary>
    public async Task<Notice?> Execute(Actor actor, long logRow, CancellationToken cancellation = default)
    {
        LogEntry entry = await db.LogEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Row == logRow, cancellation) ?? throw new NotFound("That log entry");
        if (NoticeDuty.Of(entry.Action) is not { } kind || await db.Notices.AnyAsync(n => n.MadeFrom == logRow, cancellation))
        {
            return null;
        }

        string reference = entry.Subject["tender/".Length..];
        Tender tender = await db.LoadTender(Actor.Portal, reference, cancellation);
        if (tender.PublishedAt is null)
        {
            return null;
        }

        NoticeAddress address = await Address(tender, cancellation);
        AwardedLot[] awarded = await AwardedLot.Read(db, tender, cancellation);
        OrganisationId[] concerned = [tender.Buyer, .. awarded.SelectMany(lot => lot.Suppliers.Concat(lot.Unsuccessful))];
        Dictionary<OrganisationId, Organisation> parties = await db.Organisations.AsNoTracking().Where(o => concerned.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        bool revised = kind == NoticeKind.Tender && await db.Notices.AnyAsync(n => n.Tender == tender.Id && n.Kind == NoticeKind.Tender, cancellation);
        NoticeFacts facts = new(settings, tender, kind, address, entry.At, revised, awarded, parties);
        Notice notice = Notice.Publish(tender, kind, address, entry.At, logRow, OcdsJson.Write(NoticeRelease.Of(facts)));
        db.Add(notice);
        await db.Save(actor, cancellation);
        return notice;
    }

    // The ocid the national platform gave to an earlier notice of the tender links the later ones to it (B1-03).
    private async Task<NoticeAddress> Address(Tender tender, CancellationToken cancellation)
    {
        int earlier = await db.Notices.CountAsync(n => n.Tender == tender.Id, cancellation);
        string? national = await db.Notices.Where(n => n.Tender == tender.Id && n.NationalOcid != null).OrderBy(n => n.Row).Select(n => n.NationalOcid).FirstOrDefaultAsync(cancellation);
        return new NoticeAddress(national ?? settings.OcidOf(tender.Ref), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tender.Ref.ToLowerInvariant()}-{earlier + 1:000}"));
    }
}
