using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <content>The printed agreement of each winner: what is signed is exactly those bytes.</content>
public sealed partial class Award
{
    public IReadOnlyList<AgreementDocument> Documents { get; private set; } = [];

    public AgreementDocument? DocumentOf(OrganisationId party) => Documents.FirstOrDefault(d => d.Party == party);

    /// <summary>What the authority's one signature stands for: the only agreement, or the list of all of them.</summary>
    public string DocumentsSha256 => AgreementDocument.Together(Documents);

    /// <summary>The winners whose agreement is not printed yet.</summary>
    public IReadOnlyList<OrganisationId> WithoutAgreement => [.. WinningBidders.Where(w => DocumentOf(w) is null)];

    /// <summary>Keeps a winner's agreement as printed, after the decision and before that winner has signed; a later print takes the place of one that nobody has signed.</summary>
    public void KeepAgreement(Tender tender, AgreementDocument document)
    {
        if (Stage is AwardStage.Recommended or AwardStage.Signed)
        {
            throw new RuleBroken("WRONG_STAGE", "An agreement is printed between the decision and the last signature.", "A10-01");
        }

        if (!WinningBidders.Contains(document.Party))
        {
            throw new NotFound("That supplier's agreement");
        }

        if (HasSigned(document.Party))
        {
            throw new RuleBroken("SIGNED_ALREADY", "This supplier has signed its agreement, so it is not printed anew.", "A10-01");
        }

        Documents = [.. Documents.Where(d => d.Party != document.Party), document];
        Happened("award.agreementPrinted", Subject, new { document.Party, document.FileName, document.MediaType, document.Bytes, document.Sha256, at = document.PrintedAt });
    }

    private void MustBeOf(string sha256, ContractSignature signature)
    {
        if (sha256.Length == 0 || sha256 != signature.DocumentSha256)
        {
            throw new RuleBroken("NO_AGREEMENT", "The agreement is not printed for signature yet, or it is no longer the one that was shown. Open it again, then sign.", "A10-01");
        }
    }
}
