using System.Globalization;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Bids.Opening;
using Portal.Web.Bids.Uploads;
using Portal.Web.Start;

namespace Portal.Web.Bids;

/// <summary>Registers the key store, the file store, the virus scan, and the desk where submissions are stamped.</summary>
public sealed class BidsStart : IRoomStart
{
    private const string ScannerPort = "3310";

    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        string keys = builder.Configuration["Portal:Keys"] is { Length: > 0 } chosen ? chosen : Path.Combine(settings.DataFolder, "keys");
        builder.Services.AddSingleton<IKeyStore>(_ => new FileKeyStore(Path.Combine(keys, "master.key")));
        builder.Services.AddSingleton<IFileStore>(_ => new FolderFileStore(Path.Combine(settings.DataFolder, "files")));
        builder.Services.AddSingleton<SealedFiles>();
        builder.Services.AddSingleton(Scanner(builder));
        builder.Services.AddSingleton<ReceiptDesk>();
        builder.Services.AddSingleton<SharedNumbering>();
        builder.Services.AddSingleton<RedealTable>();
        builder.Services.AddScoped<KeyProofDesk>();
        builder.Services.AddScoped<TusDesk>();
        builder.Services.AddScoped<SealDraft>();
        builder.Services.AddScoped<TenderBox>();
        builder.Services.AddScoped<OpenEnvelopes>();
        builder.Services.AddScoped<OpenBids>();
        builder.Services.AddScoped<OpenPrices>();
        builder.Services.AddHostedService<BidRound>();
        builder.Services.AddScoped<ScannerWatch>();
    }

    public void Use(WebApplication app)
    {
    }

    private static IVirusScan Scanner(WebApplicationBuilder builder) => builder.Configuration["ClamAv:Host"] is { Length: > 0 } host
        ? new ClamAv(host, int.Parse(builder.Configuration["ClamAv:Port"] ?? ScannerPort, CultureInfo.InvariantCulture))
        : new TestSignatureScan(passOthers: builder.Environment.IsDevelopment());
}
