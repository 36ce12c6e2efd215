using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Signing;

/// <summary>A signature as it is given or recorded: who, in which position, what the page showed, and how the person was confirmed.</summary>
public sealed record SignatureGiven(string Signatory, string Position)
{
    /// <summary>The hash that stood on the page when the person signed; a signature under another document is refused.</summary>
    public string? Shown { get; init; }

    /// <summary>The person's passkey that confirmed it; empty where the person has none.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>Only of a signature with pen on paper.</summary>
    public PaperSignature? Paper { get; init; }

    public ContractSignature Under(string sha256, OrganisationId party, string partyName, Actor by, DateTimeOffset now)
    {
        if (!string.IsNullOrEmpty(Shown) && Shown != sha256)
        {
            throw new RuleBroken("AGREEMENT_CHANGED", "The agreement was printed anew since this page was shown. Open it again, then sign.", "A10-01");
        }

        Paper?.MustBeKnown(Law.LondonTime.DateOf(now));
        return new ContractSignature(party, partyName, Signatory, Position, Paper is not null, now, sha256) { Paper = Paper, ConfirmedBy = ConfirmedBy, RecordedByName = by.Name };
    }
}

/// <summary>A signature with pen on paper: the day on it, and where the paper is kept.</summary>
public sealed record PaperSignature(DateOnly? SignedOn, string KeptAt)
{
    /// <summary>Raises <see cref="RuleBroken"/> without a day that has come, or a place.</summary>
    public void MustBeKnown(DateOnly today)
    {
        List<Reason> missing = [];
        if (SignedOn is not { } day || day > today)
        {
            missing.Add(new Reason("PAPER_DAY", "Enter the day on the paper: today or earlier.", "A13-01", "SignedOn"));
        }

        if (string.IsNullOrWhiteSpace(KeptAt) || KeptAt.Length > 200)
        {
            missing.Add(new Reason("PAPER_PLACE", "Say where the signed paper is kept, in at most 200 characters.", "A13-01", "KeptAt"));
        }

        RuleBroken.If(missing);
    }
}
