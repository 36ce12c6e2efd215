using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Mail;

/// <summary>Tells people by e-mail that a message waits in the portal: the subject and a link, never the text.</summary>
public sealed class MessageMailer(PortalDb db, IMail mail, PortalAddress address, TimeProvider clock, ILogger<MessageMailer> log)
{
    private const int Batch = 20;

    /// <summary>Sends what is due; answers how many messages were handled.</summary>
    public async Task<int> SendDue(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Message> due = await db.Messages.Where(m => m.MailDueAt <= now).OrderBy(m => m.MailDueAt).Take(Batch).ToListAsync(cancel);
        foreach (Message message in due)
        {
            await Send(message, now, cancel);
            await db.Save(Actor.Portal, cancel);
        }

        return due.Count;
    }

    private async Task Send(Message message, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            foreach (string to in await Addresses(message, cancel))
            {
                await mail.Send(new Letter(to, message.Subject, $"{message.Subject}\n\nRead it in the portal: {address.Of("/inbox/" + message.Id.Value)}\n\nThis mail holds no details on purpose. You need to sign in."), cancel);
            }

            message.Mailed();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "The notice of message {Message} could not be mailed", message.Id.Value);
            message.MailFailed(now);
        }
    }

    private async Task<IReadOnlyList<string>> Addresses(Message message, CancellationToken cancel)
    {
        if (message.Person is { } person)
        {
            return await db.People.Where(p => p.Id == person).Select(p => p.Email).ToListAsync(cancel);
        }

        var there = await (
            from membership in db.Set<Membership>().AsNoTracking()
            where membership.Organisation == message.Organisation
            join named in db.People.IgnoreAutoIncludes() on membership.Person equals named.Id
            select new { named.Email, membership.Roles }).ToListAsync(cancel);
        return [.. there.Where(p => message.Role is not { } role || p.Roles.Contains(role)).Select(p => p.Email)];
    }
}

/// <summary>Mails every fifteen seconds while the portal runs.</summary>
public sealed class MailRound(IServiceScopeFactory scopes, ILogger<MailRound> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(15));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<MessageMailer>().SendDue(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The mail round failed");
            }
        }
    }
}
