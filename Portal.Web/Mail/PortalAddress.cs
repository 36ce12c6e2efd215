using Portal.Web.Start;

namespace Portal.Web.Mail;

/// <summary>The address that letters link to: Portal__Address, which only development may leave out; there it is the address of the request, or the default one.</summary>
public sealed class PortalAddress(PortalSettings settings, IHttpContextAccessor http)
{
    public string Of(string path)
    {
        string root = settings.Address is { } told ? told.AbsoluteUri
            : http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}"
            : PortalHost.DefaultAddress;
        return root.TrimEnd('/') + path;
    }
}
