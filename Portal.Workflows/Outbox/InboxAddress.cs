using Portal.Domain.Kernel;

namespace Portal.Workflows.Outbox;

/// <summary>Messages to everybody who holds a role in an organisation.</summary>
public static class InboxAddress
{
    public const string Channel = "inbox";

    public static string Of(OrganisationId organisation, Role role) => $"{organisation.Value}:{role}";

    public static (OrganisationId Organisation, Role Role) Parse(string address)
    {
        string[] parts = address.Split(':');
        return (OrganisationId.From(Guid.Parse(parts[0])), Enum.Parse<Role>(parts[1]));
    }
}
