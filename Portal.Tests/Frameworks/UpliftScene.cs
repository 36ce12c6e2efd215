using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>A framework with an uplift rule, a board of four authorities and a provider whose evidence is in its library.</summary>
public sealed class UpliftScene
{
    public static readonly DateOnly April = new(2027, 4, 1);

    public required FrameworkDoors Doors { get; init; }

    public required EvidenceDocumentId Evidence { get; init; }

    /// <summary>The lead first.</summary>
    public required IReadOnlyList<OrganisationId> Board { get; init; }

    public PortalApp App => Doors.App;

    public string Asking => $"/frameworks/{Doors.Ref}/lots/1/uplift";

    public static async Task<UpliftScene> Open(PortalApp app, decimal? reviewAbove = null, decimal index = 2.1m, string provider = "P-100")
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: provider);
        List<OrganisationId> board = [doors.Lead];
        foreach (string code in new[] { "E08000025", "E08000027", "E08000028" })
        {
            board.Add(await app.Organisation(code, OrganisationKind.Authority, doors.Cooperative));
        }

        await app.WithDb(async db =>
        {
            Framework framework = await db.LoadFramework(doors.Ref);
            db.AddRange(board.Skip(1).Select(a => Accession.OfNamedUser(framework, a, "Deed 12", app.Clock.GetUtcNow())));
            await db.Save(Actor.Portal);
        });
        Actor commissioner = await app.Someone(doors.Lead, Role.Commissioner);
        await app.Do((RecordUpliftRule record) => record.Execute(commissioner, doors.Ref, new UpliftTerms("Consumer Prices Index", 1.5m, reviewAbove, 50, 14, "Clause 14.3")));
        await app.Do((RecordUpliftIndex record) => record.Execute(commissioner, doors.Ref, new IndexFigure(index, "12 months to September 2026", "ONS bulletin")));
        Actor bidder = await app.Someone(doors.Provider, Role.ProviderBidder);
        UploadId file = (await app.Do((KeepFile keep) => keep.Execute(bidder, "costs.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), default))).Id;
        EvidenceDocument added = await app.Do((AddEvidence add) => add.Execute(bidder, new EvidenceFacts(EvidenceKind.FinancialAccounts, "Pay award and energy bills", "Our accountant", "", []), file, null, default));
        return new UpliftScene { Doors = doors, Evidence = added.Id, Board = board };
    }

    public UpliftAsked Asked(decimal percent = 1.5m, DateOnly? from = null) => new(percent, from ?? April, "Pay rose by 6 %.", [Evidence.Value], [Doors.Urn]);

    /// <summary>One person of the lead proposes the change, another agrees it.</summary>
    public async Task ChangeRule(UpliftTerms terms, UpliftVariation variation)
    {
        Actor first = await App.Someone(Doors.Lead, Role.Commissioner);
        Actor second = await App.Someone(Doors.Lead, Role.Commissioner);
        await App.Do((ProposeUpliftRule use) => use.Execute(first, Doors.Ref, terms, variation));
        await App.Do((AgreeUpliftRule use) => use.Execute(second, Doors.Ref));
    }

    public async Task<UpliftId> Ask(decimal percent = 1.5m, DateOnly? from = null)
    {
        Actor provider = await App.Someone(Doors.Provider, Role.ProviderBidder);
        return await App.Do((AskForUplift ask) => ask.Execute(provider, Doors.Ref, "1", Asked(percent, from)));
    }

    public async Task<UpliftId> AskAndPut(decimal percent = 1.5m, string? ground = null, DateOnly? from = null)
    {
        UpliftId id = await Ask(percent, from);
        Actor commissioner = await App.Someone(Doors.Lead, Role.Commissioner);
        await App.Do((PutUpliftToBoard put) => put.Execute(commissioner, id, new EvidenceLooked("The pay award is shown.", ground)));
        return id;
    }

    public async Task Vote(UpliftId id, params BoardVoice[] voices)
    {
        foreach ((OrganisationId authority, BoardVoice voice) in Board.Zip(voices))
        {
            Actor voter = await App.Someone(authority, Role.Director);
            await App.Do((VoteOnUplift vote) => vote.Execute(voter, id, voice, "Looked at.", default));
        }
    }

    public async Task Confirm(UpliftId id)
    {
        Actor finance = await App.Someone(Doors.Lead, Role.Finance);
        await App.Do((ConfirmUplift confirm) => confirm.Execute(finance, id, "Placements budget; about £5,000 a year."));
    }

    public Task<Uplift> Now(UpliftId id) => App.WithDb(db => db.LoadUplift(Actor.Portal, id));
}
