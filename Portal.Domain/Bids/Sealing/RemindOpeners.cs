using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Seven days and one day before a deadline, reminds every named opener who has no key yet, or has not tested the passphrase in the last thirty days: a lost passphrase must never lose a tender.</summary>
public sealed class RemindOpeners(PortalDb db, TimeProvider clock)
{
    private static readonly int[] DaysBefore = [1, 7];
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>How many reminders went out.</summary>
    public async Task<int> Execute(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset horizon = now.AddDays(DaysBefore[^1]);
        List<Tender> tenders = await db.Tenders.AsNoTracking().Include(t => t.Team).Where(t => t.Stage == TenderStage.Open && t.ClosesAt > now && t.ClosesAt <= horizon).ToListAsync(ct);
        int sent = 0;
        foreach (Tender tender in tenders)
        {
            sent += await Remind(tender, now, ct);
        }

        await db.Save(Actor.Portal, ct);
        return sent;
    }

    private async Task<int> Remind(Tender tender, DateTimeOffset now, CancellationToken ct)
    {
        PersonId[] openers = [.. tender.Team.Where(m => m.Part == TeamPart.Opener).Select(m => m.Person)];
        Dictionary<PersonId, OpenerKey> keys = await db.OpenerKeys.AsNoTracking().Where(k => openers.Contains(k.Person)).ToDictionaryAsync(k => k.Person, ct);
        int days = DaysBefore.First(d => tender.ClosesAt <= now.AddDays(d));
        Dictionary<string, PersonId> due = openers.Where(p => keys.GetValueOrDefault(p) is not { } key || (key.TestedAt ?? key.MadeAt) < now - Fresh)
            .ToDictionary(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tender.Ref}/rehearse/{days}/{p.Value}"));
        string[] messages = [.. due.Keys];
        HashSet<string?> told = [.. await db.Messages.Where(m => messages.Contains(m.Key!)).Select(m => m.Key).ToListAsync(ct)];
        foreach ((string key, PersonId person) in due.Where(d => !told.Contains(d.Key)))
        {
            bool has = keys.ContainsKey(person);
            db.Add(Message.ToPerson(
                person,
                has ? $"Test your opening key before tender {tender.Ref} closes" : $"Set up your opening key before tender {tender.Ref} closes",
                $"Bids close {LondonTime.ForPeople(tender.ClosesAt!.Value)}. Two of you open them; find out now whether your passphrase or passkey works.",
                "/openings",
                now,
                key));
        }

        return due.Count - told.Count;
    }
}
