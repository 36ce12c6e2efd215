using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain;
using Portal.Domain.Gate.Registers;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Registers;

/// <summary>The public register of exceptions: counts by co-operative and kind for a finished quarter; no child, no home, nothing below five.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("/gate/exceptions")]
public sealed partial class ExceptionsController(PortalDb db, TimeProvider clock) : PageController
{
    // Quarters that the page offers.
    private const int Offered = 8;

    [HttpGet]
    public async Task<IActionResult> Show(string? quarter, CancellationToken cancel)
    {
        Quarter asked = Asked(quarter);
        return View(new ExceptionsPage(asked, [.. LastFinished(Offered)], await db.PublicExceptions(asked, cancel)));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Download(string? quarter, CancellationToken cancel)
    {
        Quarter asked = Asked(quarter);
        IReadOnlyList<ExceptionCount> counts = await db.PublicExceptions(asked, cancel);
        return Csv.File($"gate-exceptions-{asked}.csv", ["quarter", "cooperative", "kind", "count"], counts.Select(c => new object?[] { asked.ToString(), c.Cooperative, GovWords.Of(c.Kind), c.Count?.ToString(CultureInfo.InvariantCulture) ?? "1 to 4" }));
    }

    private IEnumerable<Quarter> LastFinished(int number)
    {
        Quarter next = Quarter.Of(LondonTime.DateOf(clock.GetUtcNow())).Before();
        for (int i = 0; i < number; i++, next = next.Before())
        {
            yield return next;
        }
    }

    // A running quarter is not published: its counts would tell the newest placement apart.
    private Quarter Asked(string? written)
    {
        Quarter latest = LastFinished(1).Single();
        if (written is null)
        {
            return latest;
        }

        Match match = Shape().Match(written);
        Quarter asked = match.Success ? new Quarter(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) : default;
        return match.Success && asked.First <= latest.First ? asked : throw new NotFound("A register of that quarter");
    }

    [GeneratedRegex("^(20[0-9]{2})-Q([1-4])$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>One quarter of the public register.</summary>
public sealed record ExceptionsPage(Quarter Quarter, IReadOnlyList<Quarter> Offered, IReadOnlyList<ExceptionCount> Counts)
{
    public static IReadOnlyList<ExceptionKind> Kinds { get; } = Enum.GetValues<ExceptionKind>();

    public IEnumerable<IGrouping<string, ExceptionCount>> ByCooperative => Counts.GroupBy(c => c.Cooperative);
}
