using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Clarifications;

/// <summary>Questions and answers of a tender: public once answered; the buyer and its legal colleagues see what waits, an asker their own.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/questions")]
public sealed class QuestionsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        List<Clarification> all = await db.Clarifications.AsNoTracking().Where(c => c.Tender == tender.Id).OrderBy(c => c.Number).ToListAsync(cancel);
        bool answers = IsBuyers(tender, Role.Commissioner, Role.RccCommissioner);
        bool seesAll = IsBuyers(tender, Role.Commissioner, Role.RccCommissioner, Role.Legal);
        DateTimeOffset now = clock.GetUtcNow();
        return View(new QuestionsPage(
            tender.Ref,
            tender.Title,
            tender.QuestionsCloseAt,
            KnownActor?.Is(Role.ProviderBidder) == true && tender.TakesQuestions(now),
            answers && tender.TakesAnswers(now),
            answers ? LateAnswers.Of(tender, all.Count(c => c.Stage == ClarificationStage.Asked), now) : null,
            seesAll,
            [.. all.Where(c => c.IsPublic || seesAll || c.AskedBy == KnownActor?.Organisation).Select(c => QuestionLine.Of(c, KnownActor, seesAll))]));
    }

    private bool IsBuyers(Tender tender, params ReadOnlySpan<Role> anyOf) => KnownActor is { } actor && actor.Organisation == tender.Buyer && actor.Is(anyOf);
}

/// <summary>The page.</summary>
public sealed record QuestionsPage(string Ref, string Title, DateTimeOffset? QuestionsCloseAt, bool MayAsk, bool MayAnswer, LateAnswers? Late, bool SeesEmails, IReadOnlyList<QuestionLine> Lines)
{
    public int Published => Lines.Count(l => l.Answer is not null && l.ConfidentialReason is null);

    /// <summary>The amendment form filled in with the proposed deadline.</summary>
    public string ExtendHref => $"/tenders/{Ref}/amend?closes={Uri.EscapeDataString(Late?.Proposed?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "")}&because={Uri.EscapeDataString("Answers to questions came late; everybody needs the time that was promised after them.")}";
}

/// <summary>One question as this reader may see it; never who asked.</summary>
public sealed record QuestionLine(int Number, string? Lot, string Question, string? Answer, DateTimeOffset? AnsweredAt, bool Own, string? ConfidentialReason, string? ConfidentialWish, int? MergedInto, bool ByEmail)
{
    /// <summary>The published change that carries the answer.</summary>
    public int? ByChange { get; init; }

    /// <summary>For the buyer and its lawyers: what whoever answered said that the answer does, and whether it waits for its change.</summary>
    public string? Effect { get; init; }

    public static QuestionLine Of(Clarification clarification, Actor? reader, bool seesAll)
    {
        bool own = reader is not null && clarification.AskedBy == reader.Organisation;
        string words = own || seesAll ? clarification.PublishedQuestion ?? clarification.Question : clarification.PublishedQuestion!;
        return new QuestionLine(
            clarification.Number, clarification.LotNumber, words, clarification.Answer, clarification.AnsweredAt, own, own || seesAll ? clarification.ConfidentialReason : null, seesAll ? clarification.ConfidentialWish : null, clarification.MergedInto, seesAll && clarification.CameByEmail)
        {
            ByChange = clarification.ByChange,
            Effect = !seesAll ? null : clarification switch
            {
                { Held: not null } => $"Written by {clarification.Held.ByName}; it changes the documents and waits for the change",
                { Effect: AnswerEffect.Explains } => "Explains only, as whoever answered says",
                { Effect: AnswerEffect.ChangesDocuments } => "Changes the documents",
                _ => null,
            },
        };
    }
}
