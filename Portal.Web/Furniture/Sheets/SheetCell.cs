namespace Portal.Web.Furniture.Sheets;

/// <summary>One cell as it stands in a workbook; a formula is not calculated here, only noticed.</summary>
public sealed record SheetCell(string Text, bool IsNumber, bool IsFormula)
{
    public static readonly SheetCell Empty = new("", false, false);
}

/// <summary>What is wrong with one line of a sheet; line 0 is the sheet as a whole.</summary>
public sealed record SheetFault(int Row, string Text);

/// <summary>A workbook that cannot be taken, and why, in words for the person who sent it.</summary>
public sealed class WorkbookRefused(string message) : Exception(message);
