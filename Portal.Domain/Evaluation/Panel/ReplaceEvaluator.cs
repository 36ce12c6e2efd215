using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Panel;

/// <summary>Takes an evaluator who leaves off the panel, and names another where the commissioner chooses one. What the leaver scored stays on record and counts for nothing (C2-04).</summary>
public sealed class ReplaceEvaluator(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, PersonId leaver, PersonId? newcomer, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.MustAwaitScores();
        TeamMember member = tender.Team.FirstOrDefault(m => m.Person == leaver && m.Part == TeamPart.Evaluator)
            ?? throw new RuleBroken("NOT_ON_PANEL", "Choose one of the evaluators.", "C2-04", "Leaver");
        DateTimeOffset now = clock.GetUtcNow();
        ConflictDeclaration declaration = await db.DeclarationOf(tender.Id, leaver, stop) ?? db.Add(ConflictDeclaration.Of(tender, leaver, member.Name, now)).Entity;
        declaration.Leave(tender, reason, actor, now);
        db.Add(Message.ToPerson(leaver, $"You left the panel of tender {tenderRef}", "What you scored stays on record and does not count. You see no bid any more.", $"/tenders/{tenderRef}", now, $"{tenderRef}/panel/{Guid.CreateVersion7()}"));
        if (newcomer is { } chosen)
        {
            Person person = await Holding(chosen, tender.Buyer, stop);
            tender.NameEvaluator(person.Id, person.Name, reason, now);
            db.Add(Message.ToPerson(person.Id, $"You evaluate tender {tenderRef}", $"{actor.Name} named you in the place of {member.Name}. Declare first whether you have a conflict of interest; then score alone.", $"/tenders/{tenderRef}/evaluation", now, $"{tenderRef}/panel/{Guid.CreateVersion7()}"));
        }

        await db.Save(actor, stop);
    }

    private async Task<Person> Holding(PersonId id, OrganisationId buyer, CancellationToken stop) =>
        await db.People.SingleOrDefaultAsync(p => p.Id == id, stop) is { } person && person.Memberships.Any(m => m.Organisation == buyer && m.Roles.Contains(Role.Evaluator))
            ? person
            : throw new RuleBroken("ROLE_MISSING", "Choose a person from the list who holds the role of evaluator.", "C2-04", "Person");
}
