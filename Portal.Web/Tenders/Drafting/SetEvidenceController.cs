using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Sets the evidence and declarations that a bid for the lot needs.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/evidence")]
public sealed class SetEvidenceController(PortalDb db, SetEvidence change) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, lot, SetEvidenceForm.Of(tender.LotNumbered(lot))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, SetEvidenceForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, tenderRef, lot, form.Documents(), form.Statements(), cancel),
        then: () => Redirect(form.More ? TenderLinks.Lot(tenderRef, lot, "evidence") : TenderLinks.Section(tenderRef, "lots")),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form)));

    private static SetEvidencePage Page(Tender tender, string lot, SetEvidenceForm form) => new(tender.Ref, tender.Title, tender.LotNumbered(lot), form);
}

/// <summary>The page.</summary>
public sealed record SetEvidencePage(string Ref, string Title, Lot Lot, SetEvidenceForm Form);

/// <summary>What is typed.</summary>
public sealed record SetEvidenceForm
{
    public List<EvidenceRow> Rows { get; init; } = [];

    public List<DeclarationRow> Declarations { get; init; } = [];

    public bool More { get; init; }

    public static SetEvidenceForm Of(Lot lot) => new()
    {
        Rows = [.. lot.RequiredDocuments.Select(EvidenceRow.Of), new EvidenceRow { Required = true, MaxMegabytes = 20, Types = "pdf, docx" }],
        Declarations = [.. lot.Declarations.Select(d => new DeclarationRow { Code = d.Code, Text = d.Text, Required = d.Required }), new DeclarationRow { Required = true }],
    };

    public IReadOnlyList<RequiredDocument> Documents() => [.. Rows.Where(r => !r.IsEmpty).Select(r => r.Document())];

    public IReadOnlyList<Declaration> Statements() =>
        [.. Declarations.Where(d => !d.IsEmpty).Select(d => new Declaration { Code = d.Code?.Trim() ?? "", Text = d.Text?.Trim() ?? "", Required = d.Required })];
}

/// <summary>One piece of evidence as typed; a row without code and title is dropped.</summary>
public sealed record EvidenceRow
{
    public string? Code { get; init; }

    public string? Title { get; init; }

    public bool Required { get; init; }

    [Range(1, 2000, ErrorMessage = "A file may have from 1 to 2,000 MB")]
    public int? MaxMegabytes { get; init; }

    public string? Types { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Title);

    public static EvidenceRow Of(RequiredDocument document) => new()
    {
        Code = document.Code,
        Title = document.Title,
        Required = document.Required,
        MaxMegabytes = (int)(document.MaxBytes / 1024 / 1024),
        Types = string.Join(", ", document.Types),
    };

    public RequiredDocument Document() => new()
    {
        Code = Code?.Trim() ?? "",
        Title = Title?.Trim() ?? "",
        Required = Required,
        MaxBytes = (MaxMegabytes ?? 20) * 1024L * 1024,
        Types = [.. Lines.Codes(Types).Select(t => t.TrimStart('.').ToLowerInvariant())],
    };
}

/// <summary>One declaration as typed; a row without code and text is dropped.</summary>
public sealed record DeclarationRow
{
    public string? Code { get; init; }

    public string? Text { get; init; }

    public bool Required { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Text);
}
