using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Pictures;
using Portal.Workflows.Procedures;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>One uplift as its page shows it to the person who looks.</summary>
public sealed record UpliftPage
{
    public required Uplift Uplift { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyDictionary<string, string> HomeNames { get; init; }

    public required IReadOnlyList<EvidenceDocument> Documents { get; init; }

    public required IReadOnlyList<string> NotVoted { get; init; }

    public required ProcedureList Procedure { get; init; }

    public required bool IsOwn { get; init; }

    /// <summary>The actor's organisation runs the framework.</summary>
    public required bool Runs { get; init; }

    public required bool Commissions { get; init; }

    public required bool Pays { get; init; }

    public required bool MayVote { get; init; }

    /// <summary>Why the actor's authority has no vote, as the portal knows it.</summary>
    public string? Conflict { get; init; }

    public EvidenceLookedForm Looked { get; init; } = new();

    public BoardVoteForm Voted { get; init; } = new();

    public FinanceWordsForm Finance { get; init; } = new();

    public ReasonForm Refusal { get; } = new();

    public string Here => UpliftLinks.One(Uplift.Id);

    public bool MayPut => Commissions && Uplift.Stage == UpliftStage.Asked;

    public bool MayConfirm => Pays && Uplift.Stage == UpliftStage.Carried;

    public bool MayWithdraw => IsOwn && Uplift.Stage is UpliftStage.Asked or UpliftStage.BeforeBoard or UpliftStage.Carried;

    /// <summary>What one may choose: only the conflict where the portal knows of one.</summary>
    public IEnumerable<Choice> Voices => Conflict is null
        ? [new("For", "For"), new("Against", "Against"), new("Abstain", "Abstain"), new("Conflicted", "My authority or I have a conflict of interest and do not vote")]
        : [new("Conflicted", "Record the conflict of interest; my authority does not vote")];

    public static async Task<UpliftPage> Read(PortalDb db, ProcedureShelf shelf, Actor actor, UpliftId id, DateTimeOffset now, CancellationToken cancel)
    {
        Uplift uplift = await db.LoadUplift(actor, id, cancel);
        Framework framework = await db.LoadFramework(uplift.FrameworkRef, cancel);
        string[] urns = [.. uplift.Homes.Select(h => h.HomeUrn)];
        EvidenceDocumentId[] documents = [.. uplift.Evidence.Select(EvidenceDocumentId.From)];
        OrganisationId[] silent = [.. uplift.Board.Select(OrganisationId.From).Where(a => uplift.Votes.All(v => v.Authority != a))];
        bool runs = actor.Organisation == framework.Lead || actor.Organisation == framework.Cooperative;
        return new UpliftPage
        {
            Uplift = uplift,
            Provider = await db.Organisations.Where(o => o.Id == uplift.Provider).Select(o => o.Name).SingleAsync(cancel),
            HomeNames = await db.ProviderHomes.Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, h => h.Name, cancel),
            Documents = await db.EvidenceDocuments.AsNoTracking().Where(d => documents.Contains(d.Id)).OrderBy(d => d.Title).ToListAsync(cancel),
            NotVoted = await db.Organisations.Where(o => silent.Contains(o.Id)).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel),
            Procedure = await ProcedureList.Of(db, shelf, FeeUplift.Definition.Name, $"uplift/{id.Value}", cancel),
            IsOwn = uplift.Provider == actor.Organisation,
            Runs = runs,
            Commissions = runs && actor.Is(Role.Commissioner, Role.RccCommissioner),
            Pays = runs && actor.Is(Role.Finance),
            MayVote = actor.Is([.. VoteOnUplift.Voters]) && !uplift.WhatBlocksVote(actor, now).Any(),
            Conflict = await db.ConflictOf(actor, uplift, cancel),
        };
    }
}
