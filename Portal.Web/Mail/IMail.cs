using System.Net;
using System.Net.Mail;
using Portal.Web.Start;

namespace Portal.Web.Mail;

/// <summary>A letter by e-mail, in plain text.</summary>
public sealed record Letter(string To, string Subject, string Body);

/// <summary>How letters leave: by SMTP, or into a folder.</summary>
public interface IMail
{
    Task Send(Letter letter, CancellationToken cancel);
}

/// <summary>By the mail server named in Mail__Host, Mail__Port, Mail__User, Mail__Password and Mail__From; always over TLS unless Mail__Tls=false.</summary>
public sealed class SmtpMail(PortalSettings settings, IConfiguration configuration) : IMail
{
    public async Task Send(Letter letter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letter);
        using SmtpClient client = new(configuration["Mail:Host"], configuration.GetValue("Mail:Port", 587)) { EnableSsl = configuration.GetValue("Mail:Tls", true) };
        if (configuration["Mail:User"] is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, configuration["Mail:Password"]);
        }

        using MailMessage message = PickupMail.Message(letter, configuration["Mail:From"], settings);
        await client.SendMailAsync(message, cancel);
    }
}

/// <summary>Into the folder <c>mail</c> beside the data, one .eml file each: development, tests, and servers whose own agent collects them.</summary>
public sealed class PickupMail(PortalSettings settings, IConfiguration configuration) : IMail
{
    public string Folder { get; } = Path.Combine(settings.DataFolder, "mail");

    /// <summary>The letter as it leaves: from Mail__From, or from the portal at its own public address.</summary>
    public static MailMessage Message(Letter letter, string? from, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(settings);
        return new MailMessage(from is { Length: > 0 } ? from : $"care-tenders@{settings.Address?.Host ?? "localhost"}", letter.To, letter.Subject, letter.Body)
        {
            BodyEncoding = System.Text.Encoding.UTF8,
            SubjectEncoding = System.Text.Encoding.UTF8,
        };
    }

    public async Task Send(Letter letter, CancellationToken cancel)
    {
        OwnerOnlyFolder.Make(Folder);
        using SmtpClient client = new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
        using MailMessage message = Message(letter, configuration["Mail:From"], settings);
        await client.SendMailAsync(message, cancel);
    }
}
