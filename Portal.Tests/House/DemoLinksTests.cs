using System.Net;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.House;

/// <summary>Whoever signs in finds no link that refuses them: from each role's start page, links are followed as that person.</summary>
[Collection(DemoPortal.Played)]
public sealed class DemoLinksTests(DemoPortal portal)
{
    public static TheoryData<Role?> Readers => DemoWalk.Readers;

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_link_on_the_pages_of_a_role_refuses_that_role(Role? role)
    {
        using HttpClient browser = await portal.Browser(role);
        List<string> refused = [];
        int met = 0;
        await foreach (PageMet page in DemoWalk.As(role, browser))
        {
            met++;
            if (page.Status != HttpStatusCode.OK || page.AskedToSignIn)
            {
                refused.Add($"{page.From} -> {page.Address}: {(page.AskedToSignIn ? "asks to sign in" : (int)page.Status)}");
            }
        }

        Assert.True(refused.Count == 0, string.Join('\n', refused));
        Assert.InRange(met, 10, 5000);
    }
}
