using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>Takes a document out of use: no more reminders, no more offers to attach it.</summary>
public sealed class RetireEvidence(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, EvidenceDocumentId id, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        EvidenceDocument document = await db.LoadEvidence(by, id, ct);
        document.Retire(clock.GetUtcNow());
        await db.Save(by, ct);
    }
}
