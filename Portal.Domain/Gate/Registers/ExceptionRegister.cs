using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Registers;

/// <summary>Why a placement was made otherwise than on framework terms.</summary>
public enum ExceptionKind
{
    ReasonedException,
    Emergency,
    LastResort,
    Necessity,
    NoOffer,
    UserChoice,
    Continuity,
    CoverageGap,
}

/// <summary>A calendar quarter, as the public register is published.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly First => new(Year, ((Number - 1) * 3) + 1, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public Quarter Before() => Of(First.AddDays(-1));

    public override string ToString() => $"{Year}-Q{Number}";
}

/// <summary>How many exceptions of a kind a co-operative's authorities made in a quarter; null where there were one to four, so that no child can be told from it.</summary>
public sealed record ExceptionCount(string Cooperative, ExceptionKind Kind, int? Count);

/// <summary>The exceptions to buying on framework terms: counted for the public, line by line for those concerned. Each placement counts once, by its latest decision.</summary>
public static class ExceptionRegister
{
    /// <summary>Counts below this are not published.</summary>
    public const int LeastShown = 5;

    private static readonly Dictionary<string, ExceptionKind> ByRow = new(StringComparer.Ordinal)
    {
        ["E1"] = ExceptionKind.Emergency,
        ["S2"] = ExceptionKind.LastResort,
        ["S1"] = ExceptionKind.Necessity,
        ["A1b"] = ExceptionKind.Necessity,
        ["D4"] = ExceptionKind.NoOffer,
        ["D5"] = ExceptionKind.UserChoice,
        ["D6"] = ExceptionKind.Continuity,
        ["B4"] = ExceptionKind.CoverageGap,
    };

    private static readonly string[] Rows = [.. ByRow.Keys];

    private static readonly Outcome[] Made = [Outcome.Allow, Outcome.AllowEmergency, Outcome.NecessityRecord];

    /// <summary>The kind of an exceptional decision; null for an ordinary one.</summary>
    public static ExceptionKind? KindOf(string row, bool overridden) =>
        overridden ? ExceptionKind.ReasonedException : ByRow.TryGetValue(row, out ExceptionKind kind) ? kind : null;

    public static int? Shown(int count) => count is > 0 and < LeastShown ? null : count;

    extension(PortalDb db)
    {
        /// <summary>The latest decisions of the days that let a placement happen by way of an exception.</summary>
        public IQueryable<GateDecision> ExceptionsIn(DateOnly first, DateOnly last)
        {
            DateTimeOffset start = LondonTime.StartOfDay(first);
            DateTimeOffset end = LondonTime.StartOfDay(last.AddDays(1));
            DbSet<GateDecision> all = db.GateDecisions;
            return all.AsNoTracking()
                .Where(d => d.RecordedAt >= start && d.RecordedAt < end && Made.Contains(d.Outcome) && (d.Overridden || Rows.Contains(d.TableRow)))
                .Where(d => !all.Any(later => later.Line == d.Line && later.Number > d.Number));
        }

        /// <summary>The public register of a quarter: every co-operative, every kind, small counts left out and no totals from which they could be worked out.</summary>
        public async Task<IReadOnlyList<ExceptionCount>> PublicExceptions(Quarter quarter, CancellationToken cancel)
        {
            var found = await (from decision in db.ExceptionsIn(quarter.First, quarter.Last)
                               join authority in db.Organisations on decision.Authority equals authority.Id
                               group decision by new { authority.Parent, decision.TableRow, decision.Overridden } into alike
                               select new { alike.Key.Parent, alike.Key.TableRow, alike.Key.Overridden, Count = alike.Count() }).ToListAsync(cancel);
            var cooperatives = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.RegionalCooperative).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
            ILookup<(OrganisationId?, ExceptionKind?), int> counts = found.ToLookup(f => (f.Parent, KindOf(f.TableRow, f.Overridden)), f => f.Count);
            return
            [
                .. from cooperative in cooperatives
                   from kind in Enum.GetValues<ExceptionKind>()
                   select new ExceptionCount(cooperative.Name, kind, Shown(counts[(cooperative.Id, kind)].Sum())),
            ];
        }
    }
}
