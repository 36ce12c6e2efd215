using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Signing;

namespace Portal.Web.Awards.Direct;

/// <summary>What there is to do on a direct award's page, by the one form that comes next.</summary>
public enum DirectAwardNext
{
    Nothing,
    Justify,
    Notice,
    Decide,
    AwardNotice,
    Sign,
}

/// <summary>The page: limbs, steps, blocks, and the next step where it is this reader's.</summary>
public sealed record DirectAwardPage(Tender Tender, DirectAward Direct, Award? Award, IReadOnlyList<AwardStep> Steps, IReadOnlyList<Reason> Blocks, AwardForm Form)
{
    public DirectAwardNext Next { get; init; }

    /// <summary>Whether the next step is this reader's to take.</summary>
    public bool IsMine { get; init; }

    public bool IsCommissioner { get; init; }

    public bool IsLegal { get; init; }

    public bool MayRecordPaper { get; init; }

    /// <summary>What the authority signs; null before there is anything to sign.</summary>
    public ToSign? ToSign { get; init; }

    public string Ref => Tender.Ref;

    public bool IsEnded => Direct.Stage == DirectAwardStage.GivenUp || Tender.Stage == TenderStage.Cancelled;

    public bool MayChange => IsCommissioner && Direct.Stage == DirectAwardStage.Justifying && !IsEnded;

    public bool MayAnswerAsLegal => IsLegal && Direct.Stage == DirectAwardStage.Justifying && !IsEnded;

    public bool MayNoteClaim => Award is { Stage: AwardStage.Noticed or AwardStage.Signed } && (IsCommissioner || IsLegal);

    public static async Task<DirectAwardPage> Read(PortalDb db, TimeProvider clock, Actor actor, string tenderRef, AwardForm form, CancellationToken cancel)
    {
        (Tender tender, DirectAward direct) = await db.LoadDirectAward(actor, tenderRef, cancel);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal, Role.Finance);
        DateTimeOffset now = clock.GetUtcNow();
        Award? award = direct.Stage == DirectAwardStage.PutForward ? await db.AwardOf(tender.Id, cancel) : null;
        DirectAwardNext next = NextOf(tender, direct, award);
        IReadOnlyList<Reason> blocks = next switch
        {
            DirectAwardNext.Justify => await db.WhatBlocksPuttingForward(tender, direct, now, cancel),
            DirectAwardNext.Notice or DirectAwardNext.Decide => direct.WhatBlocksDecision(),
            DirectAwardNext.Sign => award!.WhatBlocksSigning(tender, now),
            _ => [],
        };
        bool commissioner = actor.Is(Role.Commissioner, Role.RccCommissioner) && tender.Buyer == actor.Organisation;
        return new DirectAwardPage(tender, direct, award, DirectAwardSteps.Of(tender, direct, award, now), blocks, form)
        {
            Next = next,
            IsMine = next is DirectAwardNext.Decide or DirectAwardNext.Sign ? actor.Is(Role.Director, Role.HeadOfService) : commissioner,
            IsCommissioner = commissioner,
            IsLegal = actor.Is(Role.Legal),
            MayRecordPaper = commissioner && next == DirectAwardNext.Sign && !award!.HasSigned(direct.Supplier) && award.WhatBlocksSupplier(tender, direct.Supplier, now).Count == 0,
            ToSign = award is { Documents.Count: > 0 } ? ToSign.ForAuthority(tender.Ref, award, DirectAwardLinks.Step(tender.Ref, "signature"), form) : null,
        };
    }

    private static DirectAwardNext NextOf(Tender tender, DirectAward direct, Award? award) => (direct.Stage, award?.Stage) switch
    {
        _ when tender.Stage is TenderStage.Cancelled or TenderStage.Signed => DirectAwardNext.Nothing,
        (DirectAwardStage.GivenUp, _) => DirectAwardNext.Nothing,
        (DirectAwardStage.Justifying, _) => DirectAwardNext.Justify,
        (_, AwardStage.Recommended) => direct.WhatBlocksDecision().Count > 0 ? DirectAwardNext.Notice : DirectAwardNext.Decide,
        (_, AwardStage.Decided) => tender.OwesNotices ? DirectAwardNext.AwardNotice : DirectAwardNext.Sign,
        (_, AwardStage.Noticed) => DirectAwardNext.Sign,
        _ => DirectAwardNext.Nothing,
    };
}
