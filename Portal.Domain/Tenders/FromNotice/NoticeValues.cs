using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads an amount before and with VAT in pounds (B1-07).</summary>
internal static class NoticeValues
{
    public static NoticeValue? Of(NoticeNode value)
    {
        NoticeNode amounts = value;
        if (!value.IsObject)
        {
            return value.Pounds() is { } bare ? new NoticeValue(bare, null) : null;
        }

        string? currency = value["currency"].Text();
        if (currency is not null && !string.Equals(currency, "GBP", StringComparison.OrdinalIgnoreCase))
        {
            string why = $"In {currency}; the portal holds pounds sterling only.";
            value["currency"].Left<string>(why);
            amounts["amount"].Left<string>(why);
            amounts["amountGross"].Left<string>(why);
            return null;
        }

        Money? net = amounts["amount"].Pounds();
        Money? gross = amounts["amountGross"].Pounds();
        if (gross < net)
        {
            value.Ledger.Remark($"{value.Path} states less with VAT than before VAT; both were carried: check them.");
        }

        return net is null && gross is null ? null : new NoticeValue(net, gross);
    }
}
