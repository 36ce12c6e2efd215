using System.Text.Json;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads an OCDS 1.1 release, release package or record package into a <see cref="NoticeDraft"/>; never half of one, and nothing of the file is passed over in silence.</summary>
public static class NoticeReader
{
    private const int LongestDescription = 20_000;

    /// <summary>The draft, or <see cref="RuleBroken"/> that says what the file is not.</summary>
    public static NoticeDraft Read(NoticeFile file)
    {
        try
        {
            using JsonDocument json = file.Parse();
            ReadingLedger ledger = new();
            NoticeNode root = new(json.RootElement, "", ledger);
            NoticeDraft draft = Draft(file, ReleaseChoice.Of(root));
            IReadOnlyList<NotCarried> left = LeftOver.In(json.RootElement, ledger);
            return draft with { NotCarried = left, Remarks = [.. ledger.Remarks] };
        }
        catch (InvalidOperationException broken) when (broken is not ObjectDisposedException)
        {
            // System.Text.Json raises it for escapes that are no characters, in names as in values.
            throw new RuleBroken("NOTICE_NOT_TEXT", "The file holds names or texts with broken characters, so it cannot be read as a notice. Save the notice again from the site that published it.", null, "notice");
        }
    }

    private static NoticeDraft Draft(NoticeFile file, NoticeNode release)
    {
        NoticeNode tender = release["tender"];
        EarlierResult result = EarlierResult.In(release);
        (NoticeCpv? main, IReadOnlyList<NoticeCpv> more) = NoticeCpvs.Of(tender, result);
        IReadOnlyList<NoticeLot> lots = NoticeLots.Of(tender, result);
        return new NoticeDraft
        {
            Source = SourceOf(file, release),
            Title = tender["title"].Text(250) ?? result.Title,
            Description = tender["description"].Text(LongestDescription) ?? result.Description ?? release["planning"]["rationale"].Text(LongestDescription),
            LocalReference = tender["id"].Text(),
            Buyer = NoticeBuyers.Of(release),
            MainCpv = main,
            AdditionalCpv = more,
            Value = NoticeValues.Of(tender["value"]) ?? result.Value ?? NoticeValues.Of(release["planning"]["budget"]["amount"]),
            Lots = lots,
            Criteria = NoticeCriteriaReading.Of(tender),
            Dates = DatesOf(tender),
            Procedure = ProcedureOf(tender),
            Framework = NoticeFrameworks.Of(tender),
            Conditions = NoticeLots.ConditionsOf(tender),
            KnownRisks = tender["riskDetails"].Text(4000),
            Documents = NoticeDocuments.Of(release),
        };
    }

    private static NoticeSource SourceOf(NoticeFile file, NoticeNode release)
    {
        string? noticeType = release["tender"]["documents"].Items().Select(d => d["noticeType"]).FirstOrDefault(n => n.IsPresent).Element is { ValueKind: JsonValueKind.String } type ? type.GetString() : null;
        foreach (NoticeNode tag in release["tag"].Items())
        {
            tag.Text();
        }

        release["initiationType"].Text();
        release["language"].Text();
        return new NoticeSource(release["ocid"].Text(200), release["id"].Text(200), noticeType is { Length: < 20 } ? noticeType : null, release["date"].Instant()?.At, file.Sha256, file.Bytes.Length);
    }

    private static NoticeDates DatesOf(NoticeNode tender) => new()
    {
        TenderDeadline = tender["tenderPeriod"]["endDate"].Instant() ?? tender["lots"].Items().Select(l => l["tenderPeriod"]["endDate"].Instant()).FirstOrDefault(d => d is not null),
        EnquiryDeadline = tender["enquiryPeriod"]["endDate"].Instant() ?? tender["lots"].Items().Select(l => l["enquiryPeriod"]["endDate"].Instant()).FirstOrDefault(d => d is not null),
        ExpressionOfInterestDeadline = tender["expressionOfInterestDeadline"].Instant(),
        Opening = tender["bidOpening"]["date"].Instant(),
        AwardFrom = tender["awardPeriod"]["startDate"].Day(),
        AwardBy = tender["awardPeriod"]["endDate"].Day() ?? tender["lots"].Items().Select(l => l["awardPeriod"]["endDate"].Day()).FirstOrDefault(d => d is not null),
        FutureNotice = tender["communication"]["futureNoticeDate"].Day(),
        Contract = tender["contractPeriod"].Period(),
    };

    private static NoticeProcedure ProcedureOf(NoticeNode tender) => new()
    {
        Method = tender["procurementMethod"].Text(),
        Details = tender["procurementMethodDetails"].Text(500),
        MainCategory = tender["mainProcurementCategory"].Text(),
        LegalBasis = string.Join(' ', new[] { tender["legalBasis"]["scheme"].Text(), tender["legalBasis"]["id"].Text() }.OfType<string>()) is { Length: > 0 } basis ? basis : null,
        LightTouch = IsLightTouch(tender["specialRegime"]),
        AboveThreshold = tender["aboveThreshold"].Flag(),
        SuitsSmallFirms = tender["suitability"]["sme"].Flag(),
        SuitsVoluntarySector = tender["suitability"]["vcse"].Flag(),
    };

    // One text in place of the list occurs (B1-18).
    private static bool IsLightTouch(NoticeNode regime)
    {
        IEnumerable<NoticeNode> marks = regime.Element.ValueKind == JsonValueKind.String ? [regime] : regime.Items();
        bool light = false;
        foreach (NoticeNode mark in marks)
        {
            if (string.Equals(mark.Text(), "lightTouch", StringComparison.OrdinalIgnoreCase))
            {
                light = true;
            }
            else
            {
                mark.Left<string>("A special regime other than light touch; the portal runs the full regime or light touch.");
            }
        }

        return light;
    }
}
