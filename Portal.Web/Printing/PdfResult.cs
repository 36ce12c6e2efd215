using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Printing;

/// <summary>A view as a PDF file; without a printer, a page that says why and links back to the HTML.</summary>
/// <param name="View">The view's path, <c>/Bids/Receipt.cshtml</c>; it must set <c>Layout = "/Printing/Letter.cshtml"</c> or none.</param>
/// <param name="Page">Its model.</param>
/// <param name="FileName">Such as <c>receipt-WM-2026-0001.pdf</c>.</param>
public sealed class PdfResult(string View, object Page, string FileName) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IServiceProvider services = context.HttpContext.RequestServices;
        IActionResult result;
        try
        {
            string html = await services.GetRequiredService<ViewText>().Letter(context, View, Page);
            byte[] pdf = await services.GetRequiredService<IPdfPrinter>().Print(html, Path.GetFileNameWithoutExtension(FileName), context.HttpContext.RequestAborted);
            result = new FileContentResult(pdf, "application/pdf") { FileDownloadName = FileName };
        }
        catch (PrinterAway away)
        {
            result = new Furniture.RefusalPage(StatusCodes.Status503ServiceUnavailable, "The PDF is not available now", away.Message, []).AsResult(context.HttpContext);
        }

        await result.ExecuteResultAsync(context);
    }
}
