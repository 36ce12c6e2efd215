using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Api.Tokens;

/// <summary>
/// Where the keys that protect cookies and token keys lie, and what encrypts them: a folder that only the portal's account may read and, when
/// <c>Portal__KeyCertificate</c> names a PKCS #12 file (password in <c>Portal__KeyCertificatePassword</c>), that certificate.
/// </summary>
public static class KeyProtection
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Add(IServiceCollection services, string folder, IConfiguration configuration)
    {
        DirectoryInfo keys = Private(Path.Combine(Private(folder).FullName, "protection"));
        IDataProtectionBuilder protection = services.AddDataProtection().SetApplicationName("portal").PersistKeysToFileSystem(keys);
        if (configuration["Portal:KeyCertificate"] is { Length: > 0 } certificate)
        {
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(certificate, configuration["Portal:KeyCertificatePassword"]));
        }
    }

    private static DirectoryInfo Private(string folder) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly);
}
