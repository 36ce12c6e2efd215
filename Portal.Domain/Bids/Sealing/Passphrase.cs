using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Bids.Sealing;

/// <summary>An opener's passphrase: made by the portal (chosen ones fall to guessing), shown once, 100 bits in five groups of four signs that cannot be mistaken for each other.</summary>
public static class Passphrase
{
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 5;
    private const int GroupSize = 4;

    /// <summary>31^20, that is 99 bits.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => Group()));

    /// <summary>The same passphrase however it was typed: capitals, spaces and dashes do not matter.</summary>
    public static string Normalise(string typed) =>
        new([.. typed.ToLowerInvariant().Where(c => Signs.Contains(c))]);

    private static string Group()
    {
        StringBuilder group = new();
        for (int i = 0; i < GroupSize; i++)
        {
            group.Append(Signs[RandomNumberGenerator.GetInt32(Signs.Length)]);
        }

        return group.ToString();
    }
}
