using Microsoft.AspNetCore.DataProtection;
using Portal.Tests.Furniture;
using Portal.Web.Api.Tokens;

namespace Portal.Tests.Api;

public sealed class SigningKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-keys-").FullName;
    private readonly MovableClock clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_new_key_is_published_a_day_before_it_signs_and_the_old_one_two_days_after()
    {
        using SigningKeys keys = Keys();
        string first = keys.Current().Kid;

        clock.Move(TimeSpan.FromDays(89));
        Assert.Equal(first, keys.Current().Kid);
        Assert.Equal(2, keys.Published().Count);

        clock.Move(TimeSpan.FromDays(1));
        string second = keys.Current().Kid;
        Assert.NotEqual(first, second);
        Assert.NotNull(keys.Find(first));

        clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(second, keys.Current().Kid);
        Assert.Null(keys.Find(first));
    }

    [Fact]
    public void Keys_outlive_the_process_and_are_shared_by_nodes()
    {
        IDataProtectionProvider protection = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "protection")));
        using SigningKeys first = new(Path.Combine(folder, "tokens"), protection, clock);
        using SigningKeys second = new(Path.Combine(folder, "tokens"), protection, clock);

        Assert.Equal(first.Current().Kid, second.Current().Kid);
        Assert.NotNull(second.Find(first.Current().Kid));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SigningKeys Keys() => new(Path.Combine(folder, "tokens"), new EphemeralDataProtectionProvider(), clock);
}
