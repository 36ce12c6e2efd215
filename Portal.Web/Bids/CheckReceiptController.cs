using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>Anybody pastes a receipt and learns whether it is this portal's, unchanged, and in the log.</summary>
[AllowAnonymous]
[Route("/receipts/check")]
public sealed class CheckReceiptController(VerifyReceipt verify) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new CheckReceiptPage(new CheckReceiptForm(), []));

    [HttpPost]
    public async Task<IActionResult> Post(CheckReceiptForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        IReadOnlyList<ReceiptCheck> checks = [];
        return await Try(
            act: async () => checks = await verify.Execute(Receipt(form.Receipt), cancel),
            then: () => View("CheckReceipt", new CheckReceiptPage(form, checks)),
            again: () => Task.FromResult<IActionResult>(View("CheckReceipt", new CheckReceiptPage(form, []))));
    }

    private static JsonObject Receipt(string text)
    {
        try
        {
            JsonObject? given = JsonNode.Parse(text) as JsonObject;
            if ((given?["receipt"] as JsonObject ?? given) is { } receipt && receipt["signature"] is not null && receipt["submission"] is not null)
            {
                return receipt;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            throw new RuleBroken("RECEIPT_FORM", "This is no receipt: paste the whole text of the receipt’s file, from the first bracket to the last.", field: "Receipt");
        }

        throw new RuleBroken("RECEIPT_FORM", "The receipt’s signature or submission is missing: paste the whole text of the file.", field: "Receipt");
    }
}

/// <summary>The page.</summary>
public sealed record CheckReceiptPage(CheckReceiptForm Form, IReadOnlyList<ReceiptCheck> Checks)
{
    public bool IsGenuine => Checks.Count > 0 && Checks.All(c => c.Passed);
}

/// <summary>What is pasted.</summary>
public sealed record CheckReceiptForm
{
    [Required(ErrorMessage = "Paste the receipt"), StringLength(200_000, ErrorMessage = "This is too long for a receipt")]
    public string Receipt { get; init; } = "";
}
