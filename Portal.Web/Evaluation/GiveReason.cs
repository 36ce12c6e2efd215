using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>A page that asks for a reason, and perhaps a choice, before a recorded exception.</summary>
public sealed record GiveReasonPage(string Title, string Explanation, string Button, string Back, IReadOnlyList<(string, string)> Trail, GiveReasonForm Form)
{
    public string ChoiceLabel { get; init; } = "";

    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

/// <summary>The reason and the choice.</summary>
public sealed record GiveReasonForm
{
    public string? Choice { get; init; }

    public string? Reason { get; init; }
}
