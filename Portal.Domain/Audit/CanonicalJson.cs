using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Domain.Audit;

/// <summary>JSON with one spelling only (RFC 8785), so that equal content always has equal bytes to hash and sign.</summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static byte[] Bytes(object? value) => Bytes(JsonSerializer.SerializeToElement(value, CamelCase));

    public static byte[] Bytes(JsonNode? node) => Bytes(JsonSerializer.SerializeToElement(node, CamelCase));

    public static byte[] Bytes(JsonElement element)
    {
        StringBuilder text = new();
        Write(text, element);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, element);
                break;
            case JsonValueKind.Array:
                WriteArray(text, element);
                break;
            case JsonValueKind.String:
                WriteString(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(element.GetDouble()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement element)
    {
        text.Append('{');
        string? previous = null;
        foreach (JsonProperty property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (property.Name == previous)
            {
                throw new FormatException($"The name “{property.Name}” stands twice in one JSON object.");
            }

            if (previous is not null)
            {
                text.Append(',');
            }

            WriteString(text, property.Name);
            text.Append(':');
            Write(text, property.Value);
            previous = property.Name;
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        bool first = true;
        foreach (JsonElement item in element.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            Write(text, item);
            first = false;
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }

    /// <summary>As ECMAScript writes a number: shortest digits, exponent only below 1e-6 and from 1e21.</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("JSON has no such number.");
        }

        if (value == 0)
        {
            return "0";
        }

        string[] parts = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture).Split('E');
        string shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        string digits = new string([.. shortest.Split('E')[0].Where(char.IsAsciiDigit)]).TrimStart('0').TrimEnd('0');
        int point = Exponent(shortest, parts[1]) + 1;
        return (value < 0 ? "-" : "") + Place(digits, point);
    }

    private static int Exponent(string shortest, string rounded)
    {
        string[] parts = shortest.Split('E');
        if (parts.Length == 2)
        {
            return int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        int dot = shortest.IndexOf('.', StringComparison.Ordinal);
        string whole = dot < 0 ? shortest : shortest[..dot];
        return whole != "0" ? whole.Length - 1 : int.Parse(rounded, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string Place(string digits, int point) => point switch
    {
        > 21 or < -5 => Scientific(digits, point - 1),
        _ when point >= digits.Length => digits + new string('0', point - digits.Length),
        > 0 => digits[..point] + "." + digits[point..],
        _ => "0." + new string('0', -point) + digits,
    };

    private static string Scientific(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
}
