using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>Preliminary market engagement: who took part, what each was told, what levelled it (A3-02).</content>
public sealed partial class Tender
{
    public IReadOnlyList<MarketContact> MarketContacts { get; private set; } = [];

    /// <summary>Puts a participant on record. What was said cannot be taken back: a correction is a further entry.</summary>
    public void NoteMarketContact(MarketContact contact, DateTimeOffset now)
    {
        MustBeDrafting();
        if (contact.On > LondonTime.DateOf(now))
        {
            throw new RuleBroken("CONTACT_AHEAD", "Record a contact when it has taken place. The day lies ahead.", "A3-02", "On");
        }

        if (contact.Advantage != EngagementAdvantage.None && string.IsNullOrWhiteSpace(contact.Steps))
        {
            throw new RuleBroken("CONTACT_STEPS", "Say what was done about the advantage: notes published for everybody, or the supplier treated as excluded.", "A3-02", "Steps");
        }

        MarketContact noted = contact with
        {
            Participant = Wanted(contact.Participant, 200, "Participant", "who took part"),
            Occasion = Wanted(contact.Occasion, 200, "Occasion", "at which occasion"),
            Told = Wanted(contact.Told, 4000, "Told", "what they were told"),
            Steps = contact.Steps.Trim(),
            At = now,
        };
        MarketContacts = [.. MarketContacts, noted];
        Happened("tender.marketContactNoted", Subject, new { number = MarketContacts.Count, noted.On, noted.Occasion, noted.Told, noted.Advantage, noted.Steps });
    }
}
