using Microsoft.AspNetCore.Identity;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>The sign-in of one person: password, second factor, lock-out (ASP.NET Core Identity).</summary>
public sealed class Account : IdentityUser<Guid>
{
    public PersonId Person { get; init; }
}
