using System.Globalization;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Drafts;

/// <summary>Something without which a bid cannot be submitted, and the field where to put it right.</summary>
public sealed record MissingPart(string Field, string Message)
{
    private const string Homes = "homes[";

    /// <summary>It concerns one home alone.</summary>
    public bool IsOfAHome => Field.StartsWith(Homes, StringComparison.Ordinal);

    public bool IsOfHome(int index) => Field.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Homes}{index}]."), StringComparison.Ordinal);
}

/// <summary>What is known of an uploaded file when a bid is checked.</summary>
public sealed record AttachedFile(UploadId Id, string Name, long Bytes, string? Sha256, string? Type, ScanState Scan, bool Complete);

/// <summary>Says what a draft still lacks, question by question, price by price, home by home.</summary>
public static class MissingParts
{
    public static IReadOnlyList<MissingPart> Of(Lot lot, BidContent content, IReadOnlyDictionary<UploadId, AttachedFile> files) =>
    [
        .. Answers(lot, content),
        .. lot.PerHome ? Homes(lot, content, files) : [.. Prices(lot, content.Prices, ""), .. Documents(lot, content.Files, files, "")],
        .. Declarations(lot, content),
        .. Partners(content.Parties),
        .. Unknown(lot, content),
    ];

    private static IEnumerable<MissingPart> Homes(Lot lot, BidContent content, IReadOnlyDictionary<UploadId, AttachedFile> files)
    {
        if (content.Homes.Count == 0)
        {
            yield return new MissingPart("homes", "Add at least one home: this lot is bid for home by home.");
        }

        foreach (IGrouping<string, HomeBid> twice in content.Homes.GroupBy(h => h.Urn).Where(g => g.Count() > 1))
        {
            yield return new MissingPart("homes", $"Home {twice.Key} is listed {twice.Count()} times.");
        }

        for (int i = 0; i < content.Homes.Count; i++)
        {
            HomeBid home = content.Homes[i];
            string at = string.Create(CultureInfo.InvariantCulture, $"homes[{i}].");

            // Evidence that is the same for every home is attached once for the provider.
            Dictionary<string, IReadOnlyList<UploadId>> evidence = content.Files.Concat(home.Files).GroupBy(f => f.Key)
                .ToDictionary(g => g.Key, IReadOnlyList<UploadId> (g) => [.. g.SelectMany(f => f.Value)]);
            foreach (MissingPart part in Prices(lot, home.Prices, at).Concat(Documents(lot, evidence, files, at)))
            {
                yield return part with { Message = $"Home {home.Urn}: {part.Message}" };
            }
        }
    }

    private static IEnumerable<MissingPart> Answers(Lot lot, BidContent content)
    {
        foreach (LotQuestion question in lot.Questions)
        {
            string answer = content.Answers.GetValueOrDefault(question.Code, "").Trim();
            string? fault = answer.Length == 0 ? (question.Required ? $"Answer question {question.Code}." : null) : Fault(question, answer);
            if (fault is not null)
            {
                yield return new MissingPart($"answers.{question.Code}", fault);
            }
        }
    }

    private static string? Fault(LotQuestion question, string answer) => question.Kind switch
    {
        QuestionKind.Text when question.MaxWords is { } most && Words(answer) > most =>
            string.Create(CultureInfo.InvariantCulture, $"The answer to {question.Code} has {Words(answer)} words; at most {most} are read."),
        QuestionKind.Number when !decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => $"The answer to {question.Code} must be a number.",
        QuestionKind.Choice when !question.Options.Contains(answer) => $"Choose one of the options of question {question.Code}.",
        QuestionKind.YesNo when answer is not ("yes" or "no") => $"Answer question {question.Code} with yes or no.",
        _ => null,
    };

    private static IEnumerable<MissingPart> Prices(Lot lot, IReadOnlyDictionary<string, decimal> prices, string at)
    {
        foreach (PriceLine line in lot.PriceLines)
        {
            string? fault = !prices.TryGetValue(line.Code, out decimal price)
                ? (line.Required ? $"Give the price “{line.Title}” per {line.Unit}." : null)
                : Fault(lot, line, price);
            if (fault is not null)
            {
                yield return new MissingPart($"{at}prices.{line.Code}", fault);
            }
        }
    }

    private static string? Fault(Lot lot, PriceLine line, decimal price)
    {
        bool refused = line.Ceiling is { } ceiling && price > ceiling.Amount && lot.PriceMethod.RejectAboveCeiling;
        return price < 0 ? $"The price “{line.Title}” cannot be negative."
            : decimal.Round(price, 2) != price ? $"The price “{line.Title}” has more than two decimals."
            : refused ? $"The price “{line.Title}” is above the ceiling of {line.Ceiling}, and prices above it are rejected."
            : null;
    }

    private static IEnumerable<MissingPart> Documents(Lot lot, IReadOnlyDictionary<string, IReadOnlyList<UploadId>> attached, IReadOnlyDictionary<UploadId, AttachedFile> files, string at)
    {
        foreach (RequiredDocument wanted in lot.RequiredDocuments)
        {
            IReadOnlyList<UploadId> given = attached.GetValueOrDefault(wanted.Code, []);
            if (wanted.Required && given.Count == 0)
            {
                yield return new MissingPart($"{at}files.{wanted.Code}", $"Attach “{wanted.Title}”.");
            }

            foreach (UploadId id in given)
            {
                if (Fault(wanted, files.GetValueOrDefault(id)) is { } fault)
                {
                    yield return new MissingPart($"{at}files.{wanted.Code}", fault);
                }
            }
        }
    }

    private static string? Fault(RequiredDocument wanted, AttachedFile? file) => file switch
    {
        null => $"A file attached as “{wanted.Title}” is not among your uploads: attach it again.",
        { Complete: false } => $"“{file.Name}” has not arrived whole: finish or repeat the upload.",
        { Scan: ScanState.Infected } => $"“{file.Name}” contains a virus: remove it.",
        { Scan: ScanState.Waiting } => $"“{file.Name}” is still being scanned: try again in a moment.",
        _ when file.Bytes > wanted.MaxBytes => string.Create(CultureInfo.InvariantCulture, $"“{file.Name}” has {file.Bytes} bytes; “{wanted.Title}” takes at most {wanted.MaxBytes}."),
        _ when !FileTypes.Fits(file.Type ?? "unknown", [.. wanted.Types]) => $"“{file.Name}” is not one of: {string.Join(", ", wanted.Types)}: move it to where it belongs, or remove it.",
        _ => null,
    };

    private static IEnumerable<MissingPart> Declarations(Lot lot, BidContent content) =>
        from declaration in lot.Declarations
        where declaration.Required && !content.Declarations.GetValueOrDefault(declaration.Code)
        select new MissingPart($"declarations.{declaration.Code}", $"Make the declaration {declaration.Code}: “{declaration.Text}”");

    private static IEnumerable<MissingPart> Partners(BidParties parties) =>
        from partner in parties.Partners.Index()
        where partner.Item.Name.Length == 0 || partner.Item.Part.Length == 0
        select new MissingPart(string.Create(CultureInfo.InvariantCulture, $"parties.{partner.Index}"), $"Say who partner {partner.Index + 1} is and which part it does.");

    /// <summary>The bid without the homes that have a fault, so that one home never sinks another. Which they are is said before.</summary>
    public static BidContent WithoutFaultyHomes(Lot lot, BidContent content, IReadOnlyDictionary<UploadId, AttachedFile> files) =>
        content with { Homes = [.. content.Homes.Where(h => Homes(lot, content with { Homes = [h] }, files).All(m => m.Field == "homes"))] };

    /// <summary>What one home still lacks.</summary>
    public static int FaultsOf(Lot lot, BidContent content, string urn, IReadOnlyDictionary<UploadId, AttachedFile> files) =>
        Homes(lot, content with { Homes = [.. content.Homes.Where(h => h.Urn == urn)] }, files).Count();

    /// <summary>What the lot does not ask for would never be read; better said than dropped in silence.</summary>
    private static IEnumerable<MissingPart> Unknown(Lot lot, BidContent content)
    {
        IEnumerable<(string Part, string Code)> given =
        [
            .. content.Answers.Keys.Except(lot.Questions.Select(q => q.Code)).Select(c => ("answers", c)),
            .. content.Prices.Keys.Concat(content.Homes.SelectMany(h => h.Prices.Keys)).Distinct().Except(lot.PriceLines.Select(l => l.Code)).Select(c => ("prices", c)),
            .. content.Files.Keys.Concat(content.Homes.SelectMany(h => h.Files.Keys)).Distinct().Except(lot.RequiredDocuments.Select(d => d.Code)).Select(c => ("files", c)),
            .. content.Declarations.Keys.Except(lot.Declarations.Select(d => d.Code)).Select(c => ("declarations", c)),
        ];
        return given.Select(g => new MissingPart($"{g.Part}.{g.Code}", $"Lot {lot.Number} does not ask for “{g.Code}”: remove it."));
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
