using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;

namespace Portal.Domain.CallOffs;

/// <summary>A client's idempotency key and the call-off it led to: the same request twice is one call-off.</summary>
public sealed class CallOffKey
{
    private CallOffKey()
    {
    }

    public CallOffKey(RequestStamp stamp, CallOffId callOff)
    {
        (Client, Key, BodySha256, CallOff) = (stamp.Client, stamp.Key, stamp.BodySha256, callOff);
    }

    public string Client { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string BodySha256 { get; private set; } = "";

    public CallOffId CallOff { get; private set; }
}

/// <summary>The table of keys.</summary>
internal sealed class CallOffKeyMapping : IEntityTypeConfiguration<CallOffKey>
{
    public void Configure(EntityTypeBuilder<CallOffKey> builder)
    {
        builder.ToTable("CallOffKeys", "calloffs");
        builder.HasKey(k => new { k.Client, k.Key });
        builder.Property(k => k.Client).HasMaxLength(140);
        builder.Property(k => k.Key).HasMaxLength(255);
        builder.Property(k => k.BodySha256).HasMaxLength(64);
    }
}

/// <summary>What is known of a request that came before.</summary>
public static class CallOffKeys
{
    extension(PortalDb db)
    {
        /// <summary>The call-off that this request already led to; null when it is new.</summary>
        public async Task<CallOff?> KnownCallOff(RequestStamp? stamp, CancellationToken cancel)
        {
            CallOffKey? key = stamp is null ? null : await db.Set<CallOffKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Client == stamp.Client && k.Key == stamp.Key, cancel);
            if (key is not null && key.BodySha256 != stamp!.BodySha256)
            {
                throw new FactsRefused("Idempotency-Key", "This key was used with another body.");
            }

            return key is null ? null : await db.CallOffs.AsNoTracking().SingleAsync(c => c.Id == key.CallOff, cancel);
        }

        internal void Remember(RequestStamp? stamp, CallOff callOff)
        {
            if (stamp is not null)
            {
                db.Add(new CallOffKey(stamp, callOff.Id));
            }
        }
    }
}
