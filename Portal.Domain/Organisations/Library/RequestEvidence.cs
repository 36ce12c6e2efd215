using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>A buyer asks a provider to share evidence of one kind; the provider's people are told.</summary>
public sealed class RequestEvidence(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, string providerCode, EvidenceKind kind, string why, CancellationToken ct)
    {
        by.MustBe(Role.Commissioner, Role.RccCommissioner, Role.QaLead, Role.Legal);
        Organisation provider = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == providerCode, ct) is { IsProvider: true } found ? found : throw new NotFound("The provider");
        if (await db.EvidenceRequests.AnyAsync(r => r.Buyer == by.Organisation && r.Provider == provider.Id && r.Kind == kind && r.Stage == EvidenceRequestStage.Asked, ct))
        {
            throw new RuleBroken("ASKED_ALREADY", "Your organisation has asked for this kind already and waits for the answer.", field: "Kind");
        }

        DateTimeOffset now = clock.GetUtcNow();
        EvidenceRequest request = EvidenceRequest.Ask(by, provider.Id, kind, why, now);
        db.Add(request);
        db.Add(Message.ToOrganisation(provider.Id, Role.ProviderBidder, $"{by.OrganisationName} asks you to share evidence", request.Why, "/organisations/evidence", now, $"evidenceRequest/{request.Id.Value}"));
        await db.Save(by, ct);
    }
}
