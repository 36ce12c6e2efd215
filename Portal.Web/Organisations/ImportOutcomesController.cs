using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations.Outcomes;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A quality lead checks or brings in the regulator's published file of outcomes.</summary>
[Authorize(Policies.QaLeads)]
[Route("/organisations/outcomes")]
public sealed class ImportOutcomesController(ImportOutcomes import) : PageController
{
    [HttpGet]
    public IActionResult Show() => View("ImportOutcomes", new ImportOutcomesPage(new ImportOutcomesForm(), null));

    [HttpPost]
    public async Task<IActionResult> Post(ImportOutcomesForm form, CancellationToken cancel)
    {
        OutcomeReport? report = null;
        return await Try(
            act: async () => report = await import.Execute(Actor, Path.GetFileName(form.File!.FileName), await Bytes(form.File, cancel), form.Record!.Value, cancel),
            then: () => View("ImportOutcomes", new ImportOutcomesPage(new ImportOutcomesForm { Record = form.Record }, report)),
            again: () => Task.FromResult<IActionResult>(View("ImportOutcomes", new ImportOutcomesPage(form, null))));
    }

    // One byte more than is taken, so that a longer file is seen to be longer without being read.
    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancel)
    {
        byte[] content = new byte[Math.Min(file.Length, ImportOutcomes.MostBytes + 1)];
        await using Stream stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return content;
    }
}

/// <summary>The page: the form, and what the file came to.</summary>
public sealed record ImportOutcomesPage(ImportOutcomesForm Form, OutcomeReport? Report)
{
    /// <summary>Lines that a page shows of each kind; the counts name all of them.</summary>
    public const int Shown = 500;
}

/// <summary>The regulator's file, and whether it is only looked at.</summary>
public sealed record ImportOutcomesForm
{
    [Display(Name = "The regulator’s file"), Required(ErrorMessage = "Choose the regulator’s file")]
    public IFormFile? File { get; init; }

    [Display(Name = "What to do"), Required(ErrorMessage = "Choose what to do with it")]
    public bool? Record { get; init; }
}
