using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Delivering;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Delivering;

/// <summary>Records the number that the central digital platform gave to a notice.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/notices/{releaseId}/national-number")]
public sealed class NationalNumberController(PortalDb db, RecordNationalNumber record) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string releaseId, CancellationToken cancel) =>
        View(await Page(tenderRef, releaseId, new NationalNumberForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string releaseId, NationalNumberForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, tenderRef, releaseId, form.Number!, form.Ocid, cancel),
        then: () =>
        {
            Tell("The national number is recorded. Later notices of this tender carry the national ocid.");
            return Redirect($"/tenders/{tenderRef}/notices/{releaseId}");
        },
        again: async () => View(await Page(tenderRef, releaseId, form, cancel)));

    private async Task<NationalNumberPage> Page(string tenderRef, string releaseId, NationalNumberForm form, CancellationToken cancel)
    {
        NoticePage notice = await NoticePage.Read(db, tenderRef, releaseId, cancel);
        return notice.Buyer == Actor.Organisation ? new NationalNumberPage(notice, form) : throw new NotFound($"Notice {releaseId}");
    }
}

/// <summary>The page.</summary>
public sealed record NationalNumberPage(NoticePage Notice, NationalNumberForm Form);

/// <summary>What the national platform answered.</summary>
public sealed record NationalNumberForm
{
    [Display(Name = "Notice number"), Required(ErrorMessage = "Enter the notice number")]
    public string? Number { get; init; }

    [Display(Name = "Ocid")]
    public string? Ocid { get; init; }
}
