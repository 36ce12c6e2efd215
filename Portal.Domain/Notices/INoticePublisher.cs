namespace Portal.Domain.Notices;

/// <summary>What the publisher answered: whether a national platform took the notice, and what it called it.</summary>
public sealed record NoticeReceipt(bool Connected, string? Number, string? Ocid);

/// <summary>The way to the central digital platform (A3-10, B2-05): over HTTP where an eSender's connection is configured, otherwise into a folder. Delivery is at least once, so a publisher must bear the same release twice.</summary>
public interface INoticePublisher
{
    /// <summary>Raises <see cref="NoticeRejected"/> when the platform looked at the notice and would not take it; anything else that fails is tried again.</summary>
    Task<NoticeReceipt> Publish(Notice notice, CancellationToken cancellation);
}

/// <summary>The national platform refused a notice, with its reason.</summary>
public sealed class NoticeRejected(string reason) : Exception(reason);
