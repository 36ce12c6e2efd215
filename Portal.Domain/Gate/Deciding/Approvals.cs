using Portal.Domain.Gate.Asking;

namespace Portal.Domain.Gate.Deciding;

/// <summary>Which of the approvals given count, and whether one was discounted because one person may not act twice (segregation of duties).</summary>
internal sealed class Approvals
{
    private readonly List<(ApprovalNeed Need, string Person)> counted = [];

    public Approvals(IReadOnlyList<ApprovalNeed> needs, Facts facts)
    {
        foreach (ApprovalFacts approval in facts.Approvals)
        {
            Weigh(approval, needs, facts);
        }
    }

    public bool AnyDiscounted { get; private set; }

    public bool Has(ApprovalNeed need) => counted.Exists(c => c.Need == need);

    private void Weigh(ApprovalFacts approval, IReadOnlyList<ApprovalNeed> needs, Facts facts)
    {
        if (approval is not { Role: { } role, Purpose: { } purpose, Person: { } person } || !needs.Contains(new ApprovalNeed(role, purpose)))
        {
            return;
        }

        if (person == facts.Requester || facts.ConflictedPersons.Contains(person) || counted.Exists(c => c.Person == person && c.Need.Role != role))
        {
            AnyDiscounted = true;
        }
        else
        {
            counted.Add((new ApprovalNeed(role, purpose), person));
        }
    }
}
