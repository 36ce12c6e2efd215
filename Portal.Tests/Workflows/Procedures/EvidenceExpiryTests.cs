using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>Evidence lapses, placements stop, the renewed version is accepted and they go on.</summary>
public sealed class EvidenceExpiryTests : IAsyncLifetime
{
    private const string Procedure = "EvidenceExpiry";
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Reminders_lapse_stop_renewal_and_the_way_back()
    {
        PortalApp app = market.App;
        Actor provider = await app.Someone(market.Provider, Role.ProviderBidder);
        EvidenceDocument document = await Added(provider, new DateOnly(2027, 2, 1));
        string subject = $"evidence/{document.Id.Value}";
        await app.Pump();
        Assert.Equal(["sixty"], await app.WaitsAt(Procedure, subject));
        foreach ((DateOnly day, int reminders) in new[] { (new DateOnly(2026, 12, 3), 1), (new DateOnly(2027, 1, 2), 2), (new DateOnly(2027, 1, 25), 3) })
        {
            await app.PumpAt(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));
            Assert.Equal(reminders, await app.MessagesTo(market.Provider, Role.ProviderBidder, "is good until"));
        }

        await app.PumpAt(new DateTimeOffset(2027, 2, 1, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal(HomeAdmissionStatus.Onboarded, await Status());
        await app.PumpAt(new DateTimeOffset(2027, 2, 2, 0, 0, 1, TimeSpan.Zero));
        Assert.Equal(HomeAdmissionStatus.Suspended, await Status());
        Assert.Equal(1, await app.MessagesTo(market.Provider, Role.ProviderBidder, "new placements stop"));
        Assert.Equal(1, await app.MessagesTo(market.Cooperative, Role.QaLead, "Evidence has lapsed"));
        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, subject));

        UploadId renewed = await Kept(provider);
        await app.Do((RenewEvidence renew) => renew.Execute(provider, document.Id, renewed, new DateOnly(2028, 2, 1), default));
        await app.Pump();
        Assert.Equal(["accept"], await app.WaitsAt(Procedure, subject));
        await Review(document, accepted: false);
        await app.Pump();
        Assert.Equal(HomeAdmissionStatus.Suspended, await Status());
        app.Clock.Move(TimeSpan.FromDays(1));
        await Review(document, accepted: true);
        await app.Pump();
        Assert.Equal(HomeAdmissionStatus.Onboarded, await Status());
        Assert.Equal(["sixty"], await app.WaitsAt(Procedure, subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_renewal_in_time_stops_nothing_and_the_new_days_count()
    {
        PortalApp app = market.App;
        Actor provider = await app.Someone(market.Provider, Role.ProviderBidder);
        EvidenceDocument document = await Added(provider, new DateOnly(2027, 2, 1));
        await app.Pump();
        UploadId renewed = await Kept(provider);
        await app.Do((RenewEvidence renew) => renew.Execute(provider, document.Id, renewed, new DateOnly(2028, 2, 1), default));
        await app.PumpAt(new DateTimeOffset(2027, 2, 10, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(HomeAdmissionStatus.Onboarded, await Status());
        Assert.Equal(["sixty"], await app.WaitsAt(Procedure, $"evidence/{document.Id.Value}"));
        Assert.Equal(1, await app.WithDb(db => db.WorkflowInstances.CountAsync(i => i.Definition == Procedure && i.State == InstanceState.EndedEarly)));
    }

    [Fact]
    public async Task Evidence_that_no_framework_rests_on_or_that_another_document_covers_stops_no_home()
    {
        PortalApp app = market.App;
        Actor provider = await app.Someone(market.Provider, Role.ProviderBidder);
        await Added(provider, new DateOnly(2027, 2, 1));
        await Added(provider, new DateOnly(2029, 2, 1));
        await app.PumpAt(new DateTimeOffset(2027, 2, 10, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(HomeAdmissionStatus.Onboarded, await Status());
    }

    private async Task<UploadId> Kept(Actor provider) =>
        (await market.App.Do((KeepFile keep) => keep.Execute(provider, "insurance.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), default))).Id;

    private async Task<EvidenceDocument> Added(Actor provider, DateOnly expires)
    {
        UploadId file = await Kept(provider);
        EvidenceDocument added = await market.App.Do((AddEvidence add) => add.Execute(provider, new EvidenceFacts(EvidenceKind.Insurance, "Liability insurance", "An insurer", "P 1", [GateMarket.Urn]), file, expires, default));
        await market.App.WithDb(async db =>
        {
            (await db.EvidenceDocuments.SingleAsync(d => d.Id == added.Id)).ShareWith(market.Warwickshire);
            await db.Save(provider);
        });
        return added;
    }

    private async Task Review(EvidenceDocument document, bool accepted)
    {
        Actor lead = await market.App.Someone(market.Warwickshire, Role.QaLead);
        await market.App.WithDb(async db =>
        {
            (await db.EvidenceDocuments.SingleAsync(d => d.Id == document.Id)).Review(lead, accepted, "Looked at the policy.", market.App.Clock.GetUtcNow());
            await db.Save(lead);
        });
    }

    private Task<HomeAdmissionStatus> Status() => market.App.WithDb(db => db.HomeAdmissions.Where(h => h.HomeUrn == GateMarket.Urn).Select(h => h.Status).SingleAsync());
}
