using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Web.Audit.Sentences;

/// <summary>The names behind the ids that entries of the log mention. Before the opening no supplier has one (D1-02).</summary>
public sealed partial class LogNames
{
    private readonly Dictionary<Guid, string> names = [];
    private readonly bool hidden;

    private LogNames(bool hidden) => this.hidden = hidden;

    /// <summary>Looks up everything that these payloads and subjects name.</summary>
    public static async Task<LogNames> Of(PortalDb db, Tender tender, IEnumerable<string> texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tender);
        LogNames found = new(HiddenBidders.Of(tender));
        Guid[] ids = [.. texts.SelectMany(t => Ids().Matches(t)).Select(m => Guid.Parse(m.Value)).Distinct()];
        foreach (Lot lot in tender.Lots)
        {
            found.names[lot.Id.Value] = $"lot {lot.Number}";
        }

        await found.Read(db, tender, ids, cancel);
        return found;
    }

    /// <summary>The name of whatever has this id; null where nobody needs one.</summary>
    public string? this[Guid id] => names.GetValueOrDefault(id);

    private async Task Read(PortalDb db, Tender tender, Guid[] ids, CancellationToken cancel)
    {
        PersonId[] people = [.. ids.Select(PersonId.From)];
        foreach (Person person in await db.People.AsNoTracking().IgnoreAutoIncludes().Where(p => people.Contains(p.Id)).ToListAsync(cancel))
        {
            names[person.Id.Value] = person.Name;
        }

        Dictionary<SubmissionId, (OrganisationId Bidder, string Lot)> bids = (await db.SealedBids.AsNoTracking().Where(b => b.Tender == tender.Id)
            .Select(b => new { b.Id, b.Bidder, b.LotNumber }).ToListAsync(cancel)).ToDictionary(b => b.Id, b => (b.Bidder, b.LotNumber));
        OrganisationId[] organisations = [.. ids.Select(OrganisationId.From), .. bids.Values.Select(b => b.Bidder).Distinct()];
        foreach (Organisation organisation in await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).ToListAsync(cancel))
        {
            names[organisation.Id.Value] = hidden && OrganisationWords.Bids(organisation.Kind) ? "a provider" : organisation.Name;
        }

        foreach ((SubmissionId id, (OrganisationId bidder, string lot)) in bids)
        {
            names[id.Value] = hidden ? "a bid" : $"the bid of {names.GetValueOrDefault(bidder.Value, "a supplier")} for lot {lot}";
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
