namespace Portal.Domain.CallOffs;

/// <summary>How a placement ended: the day on which the child left, why, and the day on which notice of it was given; null where none was given before.</summary>
public sealed record Leaving(DateOnly On, string Reason, DateOnly? NoticeGivenOn = null)
{
    /// <summary>The day from which notice counts: the one on which it was given, else the day of leaving.</summary>
    public DateOnly NoticeFrom => NoticeGivenOn ?? On;
}
