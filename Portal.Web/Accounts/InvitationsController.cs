using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>I accept or decline an organisation's invitation, or leave an organisation.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts")]
public sealed class InvitationsController(UserManager<Account> accounts, SignInManager<Account> signIn, AnswerInvitation answer) : PageController
{
    [HttpPost("invitations/{id:guid}/accept")]
    public async Task<IActionResult> Accept(InvitationId id, CancellationToken cancel)
    {
        Account account = (await accounts.GetUserAsync(User))!;
        Organisation organisation = await answer.Execute(account.Person, id, accept: true, cancel);
        await signIn.RefreshSignInAsync(account);
        Tell($"You can now act for {organisation.Name}.");
        return Redirect("/accounts#organisations");
    }

    [HttpPost("invitations/{id:guid}/decline")]
    public async Task<IActionResult> Decline(InvitationId id, CancellationToken cancel)
    {
        Organisation organisation = await answer.Execute((await accounts.GetUserAsync(User))!.Person, id, accept: false, cancel);
        Tell($"You have declined to act for {organisation.Name}.");
        return Redirect("/accounts");
    }

    [HttpPost("organisation/leave")]
    public async Task<IActionResult> Leave([FromServices] LeaveOrganisation leave, OrganisationId organisation, CancellationToken cancel)
    {
        Account account = (await accounts.GetUserAsync(User))!;
        Organisation left = await leave.Execute(account.Person, organisation, cancel);
        await signIn.RefreshSignInAsync(account);
        Tell($"You no longer act for {left.Name}.");
        return Redirect("/accounts");
    }
}
