namespace Portal.Domain.Tenders;

/// <summary>Why, when and at which stage of the tender one lot ended without award while the others go on (A11-11, s.55).</summary>
/// <param name="ContractsAnnounced">How many contracts of the lot an award notice had announced; the termination notice takes each back (A14).</param>
public sealed record LotEnding(string Reason, DateTimeOffset At, TenderStage Stage, int ContractsAnnounced);
