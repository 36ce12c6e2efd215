namespace Portal.Web.Mail;

/// <summary>The address that letters link to: Portal__Address; without it the address of the request, or the default one.</summary>
public sealed class PortalAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    public string Of(string path)
    {
        string? told = configuration["Portal:Address"];
        string root = told is { Length: > 0 } ? told
            : http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}"
            : Start.PortalHost.DefaultAddress;
        return root.TrimEnd('/') + path;
    }
}
