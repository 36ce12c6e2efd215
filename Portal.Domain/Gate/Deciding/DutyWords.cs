namespace Portal.Domain.Gate.Deciding;

/// <summary>Follow-up duties in the words people read.</summary>
public static class DutyWords
{
    private static readonly Dictionary<Duty, string> Words = new()
    {
        [Duty.RccReview] = "The co-operative’s duty commissioner reviews the emergency",
        [Duty.HostNotified] = "Notify the authority where the home stands",
        [Duty.Ratified] = "Ratify, convert to a call-off, or plan a move",
        [Duty.LegalGround] = "File the legal ground",
        [Duty.QualityReview] = "Look at the home’s quality",
        [Duty.OnboardHome] = "The provider onboards the home",
        [Duty.Review28] = "Review the placement at 28 days",
        [Duty.Retest12Weeks] = "Test the placement against the frameworks again",
        [Duty.DailyReview] = "Look at the child’s safety every day",
        [Duty.RegulatorTold] = "Tell the regulator",
        [Duty.HomeNamed] = "Say which home the child is in, by its Ofsted URN",
        [Duty.MovePlan] = "Make a plan to register the home or move the child",
    };

    public static string InWords(this Duty duty) => Words[duty];
}
