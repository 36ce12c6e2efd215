using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Printing;

/// <summary>Renders a view to text, with the letter's own layout and its styles inside, so that the file stands alone.</summary>
public sealed class ViewText(IRazorViewEngine views, ITempDataDictionaryFactory tempData, IModelMetadataProvider metadata, IWebHostEnvironment environment)
{
    private static readonly string[] Styles = ["lib/govuk-frontend.min.css", "furniture/portal.css", "furniture/letter.css"];

    /// <summary>For example <c>await text.Letter(ControllerContext, "/Bids/Receipt.cshtml", page)</c>.</summary>
    public async Task<string> Letter(ActionContext context, string view, object model)
    {
        ArgumentNullException.ThrowIfNull(context);
        ViewDataDictionary data = new(metadata, new ModelStateDictionary()) { Model = model, ["Letter"] = await AllStyles() };
        IView found = views.GetView(null, view, isMainPage: true).EnsureSuccessful([view]).View!;
        await using StringWriter writer = new();
        ViewContext viewing = new(context, found, data, tempData.GetTempData(context.HttpContext), writer, new HtmlHelperOptions());
        await found.RenderAsync(viewing);
        return writer.ToString();
    }

    private async Task<string> AllStyles()
    {
        List<string> styles = [];
        foreach (string style in Styles)
        {
            using StreamReader reader = new(environment.WebRootFileProvider.GetFileInfo(style).CreateReadStream());
            styles.Add(await reader.ReadToEndAsync());
        }

        return string.Join('\n', styles);
    }
}
