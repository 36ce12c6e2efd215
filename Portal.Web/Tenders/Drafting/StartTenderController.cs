using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Drafting;
using Portal.Domain.Tenders.FromNotice;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Starts a tender: blank, or from a published notice that is uploaded or pasted.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/start")]
public sealed class StartTenderController(StartTender start, StartTenderFromNotice startFromNotice) : PageController
{
    // Far above the notice's own limit, so that a file that is too large gets the domain's clear refusal and not a bare 413.
    private const long MostUpload = 256L * 1024 * 1024;

    [HttpGet]
    public IActionResult Show() => View(new StartTenderPage(new StartTenderForm()));

    [HttpPost]
    [RequestSizeLimit(MostUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostUpload, ValueLengthLimit = NoticeFile.MostBytes + 1024)]
    public Task<IActionResult> Post(StartTenderForm form, CancellationToken cancel)
    {
        string tenderRef = "";
        bool fromNotice = form.Way == StartWay.Notice;
        return Try(
            act: async () => tenderRef = fromNotice
                ? await startFromNotice.Execute(Actor, await FileOf(form, cancel), form.Notice?.FileName ?? "pasted notice", cancel)
                : await start.Execute(Actor, form.Title ?? "", cancel),
            then: () =>
            {
                Tell(fromNotice ? "The notice was read. Check what was carried and what was not." : "The tender is started. Fill in its sections in any order.");
                return Redirect(fromNotice ? TenderLinks.Section(tenderRef, "notice") : TenderLinks.Draft(tenderRef));
            },
            again: () => Task.FromResult<IActionResult>(View(new StartTenderPage(form))));
    }

    private static async Task<NoticeFile> FileOf(StartTenderForm form, CancellationToken cancel)
    {
        if (form.Notice is { } uploaded)
        {
            await using Stream content = uploaded.OpenReadStream();
            return await NoticeFile.From(content, cancel);
        }

        return string.IsNullOrWhiteSpace(form.Pasted)
            ? throw new RuleBroken("NOTICE_MISSING", "Choose the notice's file, or paste its text.", field: "Notice")
            : NoticeFile.FromPaste(form.Pasted);
    }
}

/// <summary>The two ways to begin.</summary>
public enum StartWay
{
    Blank,
    Notice,
}

/// <summary>The page.</summary>
public sealed record StartTenderPage(StartTenderForm Form);

/// <summary>What is typed.</summary>
public sealed record StartTenderForm
{
    public StartWay Way { get; init; }

    [StringLength(250, ErrorMessage = "The title has at most 250 characters")]
    public string? Title { get; init; }

    public IFormFile? Notice { get; init; }

    public string? Pasted { get; init; }
}
