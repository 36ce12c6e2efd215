using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <content>What the award, and later tenders, make of the term that was planned.</content>
public sealed partial class Framework
{
    /// <summary>Counts the years of an open framework from its award: what was planned beyond them falls away, for the law ends it there (A8-05, s.49). True when the term became shorter.</summary>
    public bool CountYearsFrom(DateOnly awarded, bool singleSupplier)
    {
        DateOnly last = FrameworkTerm.LastOpenDay(awarded, singleSupplier);
        if (Form != FrameworkForm.Open || (MayExtendTo ?? EndsOn) <= last)
        {
            return false;
        }

        (DateOnly end, DateOnly? latest) = (EndsOn, MayExtendTo);
        EndsOn = EndsOn > last ? last : EndsOn;
        MayExtendTo = MayExtendTo is null ? null : last;
        Happened("framework.yearsCounted", Subject, new { awarded, plannedEnd = end, plannedLatest = latest, EndsOn, MayExtendTo });
        return true;
    }

    /// <summary>A later tender's winners join on the terms that are in force, though its notice said something else: said in the log, with both values.</summary>
    public void KeepTerms(string tenderRef, IReadOnlyList<string> differences) => Happened("framework.termsKept", Subject, new { tender = tenderRef, differences });
}
