using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Outcomes;

/// <summary>A home that the file changes: what was recorded before, and what the file says.</summary>
public sealed record OutcomeChange(int Line, string Urn, string Name, Registration WasRegistration, Judgement WasJudgement, Registration Registration, Judgement Judgement);

/// <summary>What a file comes to: every line of it is changed, unchanged, about a home not listed here, or faulty.</summary>
public sealed record OutcomeReport(string File, string Sha256, bool Recorded, IReadOnlyList<OutcomeChange> Changes, int Unchanged, int NotListed, IReadOnlyList<FeedFault> Faults)
{
    public int Lines => Changes.Count + Unchanged + NotListed + Faults.Count;
}

/// <summary>A buyer's quality lead brings in the regulator's published file: good lines are recorded, each with the file and line it came from; faulty lines change nothing and are named. Restriction notices are not in that file and stay as recorded by hand.</summary>
public sealed class ImportOutcomes(PortalDb db)
{
    public const int MostBytes = 5 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public async Task<OutcomeReport> Execute(Actor actor, string file, byte[] content, bool record, CancellationToken stop = default)
    {
        await MayRecord(actor, stop);
        FeedRead read = OutcomeFeed.Read(Text(content));
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Dictionary<string, ProviderHome> homes = await Homes(read, stop);
        List<OutcomeChange> changes = [];
        foreach (FeedLine line in read.Lines)
        {
            if (homes.TryGetValue(line.Urn, out ProviderHome? home) && (home.Registration != line.Registration || home.Judgement != line.Judgement))
            {
                changes.Add(new OutcomeChange(line.Line, line.Urn, home.Name, home.Registration, home.Judgement, line.Registration, line.Judgement));
                if (record)
                {
                    home.RecordOutcome(line.Registration, line.Judgement, home.Restriction, $"The regulator’s file {file}, line {line.Line}{(line.Inspected is { } day ? $", full inspection of {day:yyyy-MM-dd}" : "")}, SHA-256 {sha256}");
                }
            }
        }

        if (record && changes.Count > 0)
        {
            await db.Save(actor, stop);
        }

        int listed = read.Lines.Count(l => homes.ContainsKey(l.Urn));
        return new OutcomeReport(file, sha256, record, changes, listed - changes.Count, read.Lines.Count - listed, read.Faults);
    }

    private async Task MayRecord(Actor actor, CancellationToken stop)
    {
        actor.MustBe(Role.QaLead);
        if (!await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && (o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative || o.Kind == OrganisationKind.Authority), stop))
        {
            throw new NotAllowed("Only a buyer's quality lead records what the regulator says.");
        }
    }

    private static string Text(byte[] content)
    {
        if (content.Length is 0 or > MostBytes)
        {
            throw new RuleBroken("FEED_SIZE", "Choose a file of at most 5 MB that is not empty.", field: "File");
        }

        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken("FEED_TEXT", "This is no UTF-8 text. Save the regulator’s file as CSV (UTF-8) and send it again.", field: "File");
        }
    }

    // In parts, so that a long file stays within what a database takes in one question.
    private async Task<Dictionary<string, ProviderHome>> Homes(FeedRead read, CancellationToken stop)
    {
        Dictionary<string, ProviderHome> homes = [];
        foreach (string[] urns in read.Lines.Select(l => l.Urn).Chunk(500))
        {
            await db.ProviderHomes.Where(h => urns.Contains(h.Urn)).ForEachAsync(h => homes[h.Urn] = h, stop);
        }

        return homes;
    }
}
