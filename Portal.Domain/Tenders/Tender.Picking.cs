using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>Taking copies from the buyer's library into a draft.</content>
public sealed partial class Tender
{
    /// <summary>Adds a copy of a library document, for the whole tender or one lot, and notes where it came from.</summary>
    public TenderDocument PickDocument(NewDocument document, string origin, string? lot, PersonId by, DateTimeOffset now)
    {
        MustBeDrafting();
        string name = string.IsNullOrEmpty(lot) ? document.Name : $"Lot {LotNumbered(lot).Number} {document.Name}";
        TenderDocument added = Attach(document with { Name = name }, by, now);
        added.CameFrom(origin);
        Happened("tender.pickedFromLibrary", Subject, new { added.Name, origin, lot, added.Sha256 });
        return added;
    }

    /// <summary>Adds copies of questions to a lot; a code that is taken gets the next free one, a criterion that the lot does not have is left open.</summary>
    public void PickQuestions(IReadOnlyList<LotQuestion> questions, string origin, string lot)
    {
        MustBeDrafting();
        Lot into = LotNumbered(lot);
        List<LotQuestion> all = [.. into.Questions];
        foreach (LotQuestion question in questions)
        {
            string? criterion = into.QualityCriteria.Any(c => c.Code == question.CriterionCode) ? question.CriterionCode : null;
            all.Add(question with { Code = FreeCode(question.Code, all), CriterionCode = criterion });
        }

        into.Ask(all);
        Happened("tender.pickedFromLibrary", Subject, new { questions = questions.Count, origin, lot });
    }

    private static string FreeCode(string wanted, List<LotQuestion> taken)
    {
        string code = wanted;
        for (int next = 2; taken.Exists(q => string.Equals(q.Code, code, StringComparison.OrdinalIgnoreCase)); next++)
        {
            code = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{next}");
        }

        return code;
    }
}
