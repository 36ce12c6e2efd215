using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Tenders inside a running portal, brought there through use cases and verbs.</summary>
public static class TenderDoors
{
    public const string SpecificationText = "Specification of children's homes\n";

    /// <summary>A draft that nothing blocks, of a new commissioner at the co-operative, with one real document.</summary>
    public static async Task<(Actor Commissioner, string Ref)> ReadyTender(this PortalApp app, params string[] lots)
    {
        Actor commissioner = await app.Someone(await app.Organisation(), Role.Commissioner);
        string reference = await app.Do((StartTender start) => start.Execute(commissioner, "Placeholder", CancellationToken.None));
        await app.WithDb(async db =>
        {
            Tender placeholder = await db.LoadTender(commissioner, reference);
            db.Remove(placeholder);
            await db.Save(Actor.Portal);
        });
        await app.WithDb(async db =>
        {
            Tender tender = ATender.Ready(commissioner, reference, lots);
            foreach (TenderDocument document in tender.Documents.ToList())
            {
                tender.RemoveDocument(document.Id);
            }

            db.Add(tender);
            await db.Save(commissioner);
        });
        await app.Do((AddTenderDocument add) => add.Execute(commissioner, reference, "Specification.txt", "Specification", new MemoryStream(Encoding.UTF8.GetBytes(SpecificationText)), CancellationToken.None));
        return (commissioner, reference);
    }

    public static async Task<(Actor Commissioner, string Ref)> PublishedTender(this PortalApp app, params string[] lots)
    {
        (Actor commissioner, string reference) = await app.ReadyTender(lots);
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None));
        return (commissioner, reference);
    }

    /// <summary>What the log says happened to the tender, oldest first.</summary>
    public static Task<List<string>> Log(this PortalApp app, string reference) => app.WithDb(db =>
        db.Set<Domain.Audit.LogEntry>().Where(e => e.Subject == $"tender/{reference}").OrderBy(e => e.Row).Select(e => e.Action).ToListAsync());

    public static Task<Tender> Tender(this PortalApp app, string reference) => app.WithDb(db => db.LoadTender(Actor.Portal, reference));
}
