using Portal.Workflows.Definitions;
using Portal.Workflows.Procedures.Earlier;

namespace Portal.Workflows.Procedures;

/// <summary>Every procedure of the portal, in every version that an instance may still be running on.</summary>
public static class AllProcedures
{
    public static WorkflowDefinition[] List { get; } =
    [
        OpenFrameworkTenderFirst.Definition,
        OpenFrameworkTender.Definition,
        CompetitiveFlexibleSpecialist.Definition,
        TenderTermination.Definition,
        LotTermination.Definition,
        SeparateAward.Definition,
        DirectAward.Definition,
        FurtherCompetition.Definition,
        FlexibleFrameworkRound.Definition,
        PlacementOffFramework.Definition,
        EvidenceExpiry.Definition,
        FeeUplift.Definition,
        WeeklyOfflineCard.Definition,
    ];
}
