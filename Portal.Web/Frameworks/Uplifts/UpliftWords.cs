namespace Portal.Web.Frameworks.Uplifts;

/// <summary>What pages say of rises, in the words of the placement agreement.</summary>
public static class UpliftWords
{
    /// <summary>As the individual placement agreement has it: the same wherever a running placement is spoken of.</summary>
    public const string Running = "In a placement that runs already the fee rises only as the framework provides, from a day to come.";
}
