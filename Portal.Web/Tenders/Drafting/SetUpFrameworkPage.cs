using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using FrameworkForm = Portal.Domain.Frameworks.FrameworkForm;

namespace Portal.Web.Tenders.Drafting;

/// <summary>The page, with what the draft says otherwise than a framework that is there already.</summary>
public sealed record SetUpFrameworkPage(string Ref, string Title, SetUpFrameworkForm Form)
{
    /// <summary>The framework that the draft names, where it is there already; its winners join it on its terms.</summary>
    public StandingFramework? Standing { get; init; }

    /// <summary>What the draft says otherwise than that framework.</summary>
    public IReadOnlyList<FrameworkDifference> Differences { get; init; } = [];

    /// <summary>Why its winners cannot join it at all; null when they can.</summary>
    public string? NotOurs { get; init; }

    /// <summary>The three ways of joining, each with what the Act makes of it.</summary>
    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new(nameof(FrameworkForm.Flexible), "Flexible: by the framework’s own rules", "Light touch, or a dynamic market. It may be re-opened as the notice says, and the Act sets no longest term (rule A8-04)"),
        new(nameof(FrameworkForm.Open), "Open framework under section 49", "Re-opened within three and then five years; ends after eight, also under light touch (rule A8-07)"),
        new(nameof(FrameworkForm.Closed), "Closed: nobody joins after the award", "At most four years, extensions included, or longer with a published reason; under light touch the Act sets no longest term (rule A8-04)"),
    ];

    public static async Task<SetUpFrameworkPage> Read(PortalDb db, Tender tender, SetUpFrameworkForm form, DateTimeOffset now, CancellationToken cancel)
    {
        StandingFramework? standing = await db.StandingFor(tender, now, cancel);
        return new SetUpFrameworkPage(tender.Ref, tender.Title, form)
        {
            Standing = standing,
            Differences = standing?.Differences(tender) ?? [],
            NotOurs = standing is null ? null : tender.Findings(now, standing).FirstOrDefault(f => f.Reason.Code == "FRAMEWORK_OF_ANOTHER")?.Reason.Text,
        };
    }
}
