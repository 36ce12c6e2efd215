using System.Globalization;
using System.Text.Json;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>One place in a notice, perhaps absent. Reading a value from it marks the value as carried; what is of the wrong kind reads as absent and stays listed.</summary>
internal readonly record struct NoticeNode(JsonElement Element, string Path, ReadingLedger Ledger)
{
    private const decimal MostPounds = 1_000_000_000_000m;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool IsPresent => Element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.Array => Element.GetArrayLength() > 0,
        JsonValueKind.Object => Element.EnumerateObject().MoveNext(),
        _ => true,
    };

    public NoticeNode this[string name]
    {
        get
        {
            Ledger?.Step();
            JsonElement found = default;
            _ = IsObject && Element.TryGetProperty(name, out found);
            return new NoticeNode(found, NoticePath.Below(Path, name), Ledger!);
        }
    }

    /// <summary>The members of a list; one object in place of a list counts as a list of one (B1-18).</summary>
    public IEnumerable<NoticeNode> Items(int most = 500)
    {
        if (IsObject)
        {
            yield return this;
        }
        else if (Element.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement member in Element.EnumerateArray())
            {
                if (index >= most)
                {
                    Ledger.Remark($"Only the first {most} entries of {Path} were read.");
                    yield break;
                }

                Ledger.Step();
                yield return new NoticeNode(member, NoticePath.At(Path, index++), Ledger);
            }
        }
    }

    /// <summary>Text, tidied; a number or a true/false reads as its letters, a list of one text as that text.</summary>
    public string? Text(int longest = 300)
    {
        string? raw = Raw();
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        // What is far beyond the limit is cut before the tidying, so that a hostile text costs little.
        string tidy = NoticeText.Tidy(NoticeText.Cut(raw, (longest * 3) + 1000), out bool repaired);
        if (repaired)
        {
            Ledger.Remark($"Line breaks in {Path} had been lost in publication (“rn”); they were put back.");
        }

        if (tidy.Length == 0)
        {
            return null;
        }

        Ledger.Carry(Path);
        if (tidy.Length <= longest)
        {
            return tidy;
        }

        Ledger.Remark($"{Path} has {raw.Length.ToString("N0", CultureInfo.InvariantCulture)} characters; the first {longest.ToString("N0", CultureInfo.InvariantCulture)} were carried. The rest is in the notice file.");
        return NoticeText.Cut(tidy, longest);
    }

    public bool? Flag()
    {
        bool? answer = Element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(Raw(), out bool said) ? said : null,
            _ => null,
        };
        return answer is null ? Left<bool?>("Not a yes or no.") : Kept(answer);
    }

    /// <summary>A number, also when written as text with commas.</summary>
    public decimal? Number()
    {
        string? raw = Raw()?.Trim().Replace("£", "", StringComparison.Ordinal);
        if (raw is null)
        {
            return null;
        }

        const NumberStyles asWritten = NumberStyles.Float | NumberStyles.AllowThousands;
        return raw.Length <= 60 && decimal.TryParse(raw, asWritten, CultureInfo.InvariantCulture, out decimal number)
            ? Kept<decimal?>(number)
            : Left<decimal?>("Not a number that can be held.");
    }

    /// <summary>An amount of pounds, rounded to the penny where the file writes more.</summary>
    public Money? Pounds()
    {
        if (Number() is not { } number)
        {
            return null;
        }

        if (number is < 0 or > MostPounds)
        {
            return Left<Money?>("Not a plausible amount of pounds.");
        }

        decimal pennies = Math.Round(number, 2, MidpointRounding.AwayFromZero);
        if (pennies != number)
        {
            Ledger.Remark($"{Path} is written with more than two decimals; it was rounded to the penny.");
        }

        return new Money(pennies);
    }

    public T? Left<T>(string why)
    {
        if (IsPresent)
        {
            Ledger.Refuse(Path, why);
        }

        return default;
    }

    private T Kept<T>(T value)
    {
        Ledger.Carry(Path);
        return value;
    }

    private string? Raw() => Element.ValueKind switch
    {
        JsonValueKind.String => ReadString(),
        JsonValueKind.Number => Element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when Element.GetArrayLength() == 1 => (this with { Element = Element[0] }).RawOfOne(),
        _ => null,
    };

    private string? RawOfOne() => Element.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Raw() : null;

    // A lone surrogate in an escape makes GetString throw; such text is no text.
    private string? ReadString()
    {
        try
        {
            return Element.GetString();
        }
        catch (InvalidOperationException)
        {
            return Left<string>("The text holds broken characters.");
        }
    }
}
