using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Start;

namespace Portal.Web.Accounts;

/// <summary><c>invite-administrator &lt;organisation code&gt; &lt;e-mail&gt; [name]</c>: prints the one-time link with which a new administrator sets a password; somebody with an account is asked by mail and accepts.</summary>
public sealed class InviteAdministratorVerb(IServiceProvider services, InviteAdministrator invite, AccountLetters letters) : IVerb
{
    public string Name => "invite-administrator";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        if (args is not [var code, var email, ..])
        {
            await Console.Error.WriteLineAsync("Usage: invite-administrator <organisation code> <e-mail> [name]");
            return 1;
        }

        try
        {
            await Preparation.Migrate(services, cancel);
            await Seeding.Play(services, cancel);
            string name = string.Join(' ', args[2..]) is { Length: > 0 } given ? given : email;
            (Invited invited, Organisation organisation) = await invite.Execute(code, name, email, cancel);
            await Tell(invited, organisation.Name, cancel);
            return 0;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private async Task Tell(Invited invited, string organisation, CancellationToken cancel)
    {
        if (invited.MustAccept)
        {
            await letters.Invite(invited, organisation, cancel);
            Console.WriteLine($"{invited.Person.Email} has an account already, was asked by mail, and becomes an administrator of {organisation} on accepting under “Your account”.");
            return;
        }

        Console.WriteLine($"{invited.Person.Email} is an administrator of {organisation}. This link sets the password, once, within 72 hours. Hand it to that person only:");
        Console.WriteLine(await letters.LinkFor(invited.Person.Id, cancel));
    }
}
