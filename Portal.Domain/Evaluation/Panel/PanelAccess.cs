using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Panel;

/// <summary>Who of the panel may see the bids: nobody without a part in this tender and a declaration that gives access (C2-09).</summary>
public static class PanelAccess
{
    extension(PortalDb db)
    {
        /// <summary>A tender to be scored by this evaluator.</summary>
        public async Task<Tender> LoadTenderToScore(Actor actor, string reference, CancellationToken stop = default) =>
            await db.LoadForPanel(actor, reference, TeamPart.Evaluator, stop);

        /// <summary>A tender to be moderated by this moderator.</summary>
        public async Task<Tender> LoadTenderToModerate(Actor actor, string reference, CancellationToken stop = default) =>
            await db.LoadForPanel(actor, reference, TeamPart.Moderator, stop);

        public async Task<ConflictDeclaration?> DeclarationOf(TenderId tender, PersonId person, CancellationToken stop = default) =>
            await db.ConflictDeclarations.SingleOrDefaultAsync(d => d.Tender == tender && d.Person == person, stop);

        /// <summary>The last day on which somebody of the panel declared; null where nobody did.</summary>
        public async Task<DateOnly?> LastDeclared(TenderId tender, CancellationToken stop = default)
        {
            List<DateTimeOffset> all = await db.ConflictDeclarations.AsNoTracking().Where(d => d.Tender == tender && d.Standing != ConflictStanding.SteppedDown).Select(d => d.DeclaredAt).ToListAsync(stop);
            return all.Count == 0 ? null : LondonTime.DateOf(all.Max());
        }

        /// <summary>Raises <see cref="NotAllowed"/> for a member of the panel whose declaration does not give access; others are not the panel's affair.</summary>
        public async Task MustHaveDeclared(Actor actor, Tender tender, CancellationToken stop = default)
        {
            bool panel = tender.HasOnTeam(actor.Person, TeamPart.Evaluator) || tender.HasOnTeam(actor.Person, TeamPart.Moderator);
            if (panel && await db.DeclarationOf(tender.Id, actor.Person, stop) is not { GivesAccess: true })
            {
                throw new NotAllowed("First declare whether you have a conflict of interest. Bids are shown only after that (rule C2-09).");
            }
        }

        private async Task<Tender> LoadForPanel(Actor actor, string reference, TeamPart part, CancellationToken stop)
        {
            Tender tender = await db.LoadTender(actor, reference, stop);
            if (!tender.HasOnTeam(actor.Person, part))
            {
                throw new NotAllowed(part == TeamPart.Evaluator ? "You are not an evaluator of this tender." : "You are not the moderator of this tender.");
            }

            if (await db.DeclarationOf(tender.Id, actor.Person, stop) is not { GivesAccess: true })
            {
                throw new NotAllowed("First declare whether you have a conflict of interest. Bids are shown only after that (rule C2-09).");
            }

            return tender;
        }
    }
}
