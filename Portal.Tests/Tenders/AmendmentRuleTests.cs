using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Tests.Tenders;

public class AmendmentRuleTests
{
    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());

    [Fact]
    public void A_change_without_a_word_about_more_time_is_refused() => Assert.Contains(
        Assert.Throws<RuleBroken>(() => ATender.Published(By).Amend(new Amendment("One question is clearer.", "It was asked.", " "), ATender.Now)).Reasons,
        reason => reason is { Code: "EXTENSION_CONSIDERED", Rule: "A7-03" });

    [Fact]
    public void A_framework_without_its_terms_is_not_published()
    {
        Tender tender = ATender.Ready(By);
        tender.SetUpFramework(new FrameworkTerms());

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), reason => reason.Code is "FRAMEWORK_TERMS" or "FRAMEWORK_TERM");
    }
}
