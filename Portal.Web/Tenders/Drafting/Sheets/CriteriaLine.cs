using System.Globalization;
using Portal.Domain.Tenders;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Tenders.Drafting.Sheets;

/// <summary>One line of a criteria sheet: the criterion that it says, or everything that is wrong with it.</summary>
internal sealed class CriteriaLine(int number, IReadOnlyDictionary<string, SheetCell> cells, string? stray)
{
    private const int LongestCode = 20;
    private const int LongestTitle = 250;
    private const int LongestText = 4000;
    private const decimal Noise = 0.000000001m;

    private readonly List<string> wrong = [];

    public int Number => number;

    public (Criterion? Criterion, IReadOnlyList<string> Wrong) Read()
    {
        foreach (string head in CriteriaSheet.Heads.Where(h => cells[h].IsFormula))
        {
            wrong.Add($"“{head}” holds a formula. Copy the column and paste it as values.");
        }

        if (stray is not null)
        {
            wrong.Add($"Column {stray} holds something, and no column of that name is known. Move it, or empty it.");
        }

        if (wrong.Count > 0)
        {
            return (null, wrong);
        }

        CriterionKind? kind = Kind();
        Criterion criterion = new()
        {
            Code = Code(),
            Title = Text(CriteriaSheet.Title, LongestTitle, needed: true),
            Description = Text(CriteriaSheet.Description, LongestText, needed: false),
            Kind = kind ?? CriterionKind.Quality,
            Weight = Weight(),
        };
        criterion = kind switch
        {
            CriterionKind.Quality => Scored(criterion),
            CriterionKind.Price => Computed(criterion),
            _ => criterion,
        };
        return (wrong.Count == 0 ? criterion : null, wrong);
    }

    private CriterionKind? Kind()
    {
        string said = cells[CriteriaSheet.Kind].Text;
        CriterionKind? kind = said.ToUpperInvariant() switch
        {
            "QUALITY" => CriterionKind.Quality,
            "PRICE" => CriterionKind.Price,
            _ => null,
        };
        if (kind is null)
        {
            wrong.Add($"“{CriteriaSheet.Kind}” says “{Short(said)}”. Write Quality or Price.");
        }

        return kind;
    }

    private string Code()
    {
        string code = Text(CriteriaSheet.Code, LongestCode, needed: true);
        if (code.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
        {
            wrong.Add($"The code “{Short(code)}” may hold letters, digits, dots, dashes and underscores only, such as Q1.");
        }

        return code;
    }

    private string Text(string head, int longest, bool needed)
    {
        string text = cells[head].Text;
        if (needed && text.Length == 0)
        {
            wrong.Add($"“{head}” is empty.");
        }

        if (text.Length > longest)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"“{head}” has {text.Length} characters; {longest} is the most."));
        }

        return text;
    }

    private decimal Weight()
    {
        if (NumberIn(CriteriaSheet.Weight, 4) is not { } weight)
        {
            wrong.Add(cells[CriteriaSheet.Weight].Text.Length == 0 ? "There is no weight." : $"“{Short(cells[CriteriaSheet.Weight].Text)}” is not a weight. Write a number such as 40 or 12.5, with at most four decimals.");
            return 0;
        }

        if (weight is < 0 or > 100)
        {
            wrong.Add("A weight is from 0 to 100.");
        }

        return weight;
    }

    private Criterion Scored(Criterion criterion)
    {
        decimal? top = NumberIn(CriteriaSheet.Scale, 0);
        if (top is not (>= 1 and <= CriteriaSheet.TopScore))
        {
            wrong.Add($"“{CriteriaSheet.Scale}” must be a whole number from 1 to {CriteriaSheet.TopScore}.");
            return criterion;
        }

        int scale = (int)top.Value;
        bool anyMinimum = cells[CriteriaSheet.Minimum].Text.Length > 0;
        decimal? minimum = NumberIn(CriteriaSheet.Minimum, 0);
        if (anyMinimum && (minimum is not { } least || least < 1 || least > scale))
        {
            wrong.Add($"“{CriteriaSheet.Minimum}” must be a whole number from 1 to {scale}, or empty.");
        }

        return criterion with { Scale = scale, Minimum = wrong.Count == 0 ? (int?)minimum : null, Descriptors = Meanings(scale) };
    }

    private List<string> Meanings(int scale)
    {
        List<string> meanings = [];
        for (int score = 0; score <= CriteriaSheet.TopScore; score++)
        {
            string head = CriteriaSheet.Score(score);
            string said = Text(head, LongestText, needed: score <= scale);
            if (said.Contains('\n', StringComparison.Ordinal))
            {
                wrong.Add($"“{head}” has a line break. Write it in one line.");
            }

            if (score > scale && said.Length > 0)
            {
                wrong.Add($"“{head}” is filled in, but the highest score is {scale}.");
            }

            if (score <= scale)
            {
                meanings.Add(said);
            }
        }

        return meanings;
    }

    private Criterion Computed(Criterion criterion)
    {
        foreach (string head in CriteriaSheet.Heads.SkipWhile(h => h != CriteriaSheet.Scale).Where(h => cells[h].Text.Length > 0))
        {
            wrong.Add($"“{head}” is filled in, but price is computed, not scored. Empty it.");
        }

        return criterion;
    }

    private decimal? NumberIn(string head, int decimals)
    {
        SheetCell cell = cells[head];
        string text = cell.IsNumber ? cell.Text : cell.Text.TrimEnd('%').TrimEnd();
        NumberStyles styles = cell.IsNumber ? NumberStyles.Float : NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out decimal said))
        {
            return null;
        }

        // Excel keeps 12.4 as 12.4000000000000004. Dividing by a one with 28 zeros drops trailing zeros, which the frozen text would show.
        decimal rounded = decimal.Round(said, decimals, MidpointRounding.AwayFromZero);
        return Math.Abs(said - rounded) > Noise ? null : rounded / 1.0000000000000000000000000000m;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
