namespace Portal.Tests.House;

/// <summary>Names a rule of the rules file, such as A10-07, that the test proves; docs/rules.md lists them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
