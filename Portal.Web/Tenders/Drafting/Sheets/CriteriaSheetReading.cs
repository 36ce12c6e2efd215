using System.Globalization;
using Portal.Domain.Tenders;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Tenders.Drafting.Sheets;

/// <summary>Takes award criteria out of a sheet edited in Excel, line by line. With a single fault nothing is taken.</summary>
internal sealed class CriteriaSheetReading
{
    private const int MostCriteria = 200;

    private readonly List<Criterion> criteria = [];
    private readonly List<SheetFault> faults = [];

    private CriteriaSheetReading()
    {
    }

    /// <summary>The criteria in the order of their lines, or what is wrong with which line; line 0 is the sheet as a whole.</summary>
    public static (IReadOnlyList<Criterion> Criteria, IReadOnlyList<SheetFault> Faults) Read(byte[] bytes)
    {
        CriteriaSheetReading reading = new();
        reading.Take(Workbook.Read(bytes));
        return (reading.criteria, reading.faults);
    }

    private void Take(IReadOnlyDictionary<int, IReadOnlyDictionary<string, SheetCell>> rows)
    {
        int head = rows.OrderBy(r => r.Key).Where(r => r.Value.Values.Any(c => c.Text == CriteriaSheet.Weight)).Select(r => r.Key).FirstOrDefault();
        Dictionary<string, string> columns = head == 0 ? [] : Columns(rows[head]);
        string[] missing = [.. CriteriaSheet.Heads.Where(h => !columns.ContainsKey(h))];
        if (missing.Length > 0)
        {
            throw new WorkbookRefused($"The columns {string.Join(", ", missing.Take(4).Select(m => $"“{m}”"))}{(missing.Length > 4 ? " and more" : "")} are not there. Keep the first line of the template as it is.");
        }

        foreach ((int number, IReadOnlyDictionary<string, SheetCell> row) in rows.Where(r => r.Key > head).OrderBy(r => r.Key))
        {
            if (row.Values.Any(c => c.Text.Length > 0 || c.IsFormula))
            {
                Line(new CriteriaLine(number, columns.ToDictionary(c => c.Key, c => row.GetValueOrDefault(c.Value) ?? SheetCell.Empty), Stray(row, columns)));
            }
        }

        Whole();
    }

    private static Dictionary<string, string> Columns(IReadOnlyDictionary<string, SheetCell> heads)
    {
        Dictionary<string, string> columns = [];
        foreach ((string column, SheetCell head) in heads.Where(h => h.Value.Text.Length > 0))
        {
            if (!columns.TryAdd(head.Text, column))
            {
                throw new WorkbookRefused($"The column “{head.Text}” is there twice. Keep the first line of the template as it is.");
            }
        }

        return columns;
    }

    // What stands beside the known columns would be lost.
    private static string? Stray(IReadOnlyDictionary<string, SheetCell> row, Dictionary<string, string> columns) =>
        row.Where(c => c.Value.Text.Length > 0 && !columns.ContainsValue(c.Key)).Select(c => c.Key).FirstOrDefault();

    private void Line(CriteriaLine line)
    {
        (Criterion? criterion, IReadOnlyList<string> wrong) = line.Read();
        faults.AddRange(wrong.Select(w => new SheetFault(line.Number, w)));
        if (criterion is null)
        {
            return;
        }

        if (criteria.Exists(c => string.Equals(c.Code, criterion.Code, StringComparison.OrdinalIgnoreCase)))
        {
            faults.Add(new SheetFault(line.Number, $"“{criterion.Code}” stands here a second time. Each criterion has a code of its own."));
        }

        criteria.Add(criterion);
    }

    private void Whole()
    {
        if (criteria.Count == 0 && faults.Count == 0)
        {
            throw new WorkbookRefused("The sheet has no criterion. Write one line for each, below the first line of the template.");
        }

        if (faults.Count > 0)
        {
            return;
        }

        decimal sum = criteria.Sum(c => c.Weight);
        if (sum != 100)
        {
            string hint = sum == 1 ? " Write 40 for 40 per cent, in cells that are not formatted as a percentage." : "";
            faults.Add(new SheetFault(0, string.Create(CultureInfo.InvariantCulture, $"The weights add up to {sum:0.####}; they must add up to exactly 100.{hint}")));
        }

        if (criteria.Count(c => c.Kind == CriterionKind.Price) != 1)
        {
            faults.Add(new SheetFault(0, "There must be exactly one line with Price in the column “Quality or Price”."));
        }

        if (criteria.Count > MostCriteria)
        {
            faults.Add(new SheetFault(0, $"There are more than {MostCriteria} criteria."));
        }
    }
}
