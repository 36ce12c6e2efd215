using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Clarifications;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Clarifications;

/// <summary>The buyer joins a question with another that asks the same.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/questions/{number:int}/merge")]
public sealed class MergeClarificationController(MergeClarification merge) : PageController
{
    [HttpPost]
    public async Task<IActionResult> Post(string tenderRef, int number, [FromForm] int into, CancellationToken cancel)
    {
        await merge.Execute(Actor, tenderRef, number, into, cancel);
        Tell($"Question {number} is joined with question {into}. One answer goes to everybody.");
        return Redirect(TenderLinks.Questions(tenderRef));
    }
}
