using Portal.Web.Start;

return await PortalHost.Run(args);

/// <summary>The entry point; the composition is in Start/.</summary>
public partial class Program;
