using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit;

/// <summary>The hash under which the log keeps a text that stands in a table.</summary>
public static class Sha256
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
