using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Awards;

/// <summary>The commissioner entered the award notice on the national platform and records the number that it got there.</summary>
internal static class AwardNumber
{
    public static async Task Record(PortalApp app, HttpClient commissioner, string tenderRef)
    {
        await app.Pump();
        string notice = await app.WithDb(db => db.Notices.Where(n => n.TenderRef == tenderRef && n.Kind == NoticeKind.ContractAward).OrderByDescending(n => n.Row).Select(n => n.ReleaseId).FirstAsync());
        await EvaluationScene.Post(commissioner, $"/tenders/{tenderRef}/notices/{notice}/national-number", null, [("Form.Number", "032704-2026"), ("Form.Ocid", "")]);
    }
}
