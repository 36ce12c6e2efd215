using Portal.Domain.Kernel;

namespace Portal.Domain.Audit;

/// <summary>Writes to the log what changes nothing: who opened or downloaded what, and refused attempts. Saved with the next <c>db.Save</c>.</summary>
public static class ReadLog
{
    extension(PortalDb db)
    {
        /// <summary>Adds an entry in the actor's name to the transaction at hand.</summary>
        public void Note(Actor actor, string action, string subject, object payload, DateTimeOffset now) =>
            LogWriter.Append(db, actor, now, new Happening(action, subject, payload));
    }
}
