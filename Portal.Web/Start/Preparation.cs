namespace Portal.Web.Start;

/// <summary>What must be true before the first request: the data folder exists.</summary>
public static class Preparation
{
    public static Task Prepare(IServiceProvider services)
    {
        Directory.CreateDirectory(services.GetRequiredService<PortalSettings>().DataFolder);
        return Task.CompletedTask;
    }
}
