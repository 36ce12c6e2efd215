using Microsoft.AspNetCore.Identity;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>The sign-in of one person: password, second factor, lock-out (ASP.NET Core Identity).</summary>
public sealed class Account : IdentityUser<Guid>
{
    public PersonId Person { get; init; }

    /// <summary>An account without a password: the person sets one through a link sent by mail.</summary>
    public static Account For(Person person) => new()
    {
        Id = Guid.CreateVersion7(),
        Person = person.Id,
        UserName = person.Email,
        NormalizedUserName = person.Email.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };
}
