using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Portal.Web.Start;

/// <summary>
/// Views live beside their controllers: Portal.Web.Tenders.PublishTenderController shows /Tenders/PublishTender.cshtml for every <c>View(page)</c>,
/// /Tenders/Name.cshtml for <c>View("Name", page)</c> unless the action itself is called Name, which counts as unnamed; shared views are in /Furniture.
/// </summary>
public sealed class RoomViewLocations : IViewLocationExpander
{
    private const string Room = "room";
    private const string Unnamed = "unnamed";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor action)
        {
            context.Values[Room] = RoomOf(action);
            context.Values[Unnamed] = context.ViewName == action.ActionName ? action.ControllerName : null;
        }
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        string room = context.Values.TryGetValue(Room, out string? known) ? known ?? "" : "";
        if (context.Values.TryGetValue(Unnamed, out string? controller) && controller is not null)
        {
            foreach (string folder in Folders(room))
            {
                yield return $"{folder}/{controller}.cshtml";
            }
        }

        foreach (string folder in Folders(room))
        {
            yield return folder + "/{0}.cshtml";
        }

        foreach (string shared in viewLocations)
        {
            yield return shared;
        }
    }

    private static string RoomOf(ControllerActionDescriptor action) =>
        (action.ControllerTypeInfo.Namespace ?? "").Replace("Portal.Web", "", StringComparison.Ordinal).Trim('.').Replace('.', '/');

    // A sub-room looks in its own folder first, then in the room's.
    private static IEnumerable<string> Folders(string room)
    {
        for (string folder = room; folder.Length > 0; folder = folder.LastIndexOf('/') is var cut and > 0 ? folder[..cut] : "")
        {
            yield return "/" + folder;
        }
    }
}
