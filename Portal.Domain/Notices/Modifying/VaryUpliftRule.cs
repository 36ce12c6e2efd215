using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Modifying;

/// <summary>The framework's lead proposes the uplift rule that the parties agreed; the rules of its tender and its published change notices say whether that is permitted (A11-07, s.74; A11-08, s.75).</summary>
public sealed class VaryUpliftRule(PortalDb db, ProposeUpliftRule propose)
{
    public async Task Execute(Actor actor, string reference, UpliftTerms terms, (DateOnly From, string Reason, string Agreed) said, CancellationToken cancel = default)
    {
        (Framework framework, UpliftRule rule) = await db.LoadUpliftRuleToChange(actor, reference, cancel);
        string? notice = PublishedChanges.For(framework, rule, await db.ChangesOf(framework, cancel), said.From)?.ReleaseId;
        await propose.Execute(actor, reference, terms, new UpliftVariation(said.From, said.Reason, said.Agreed, await db.RegimeOf(framework, cancel), notice), cancel);
    }
}
