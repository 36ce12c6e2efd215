using System.ComponentModel.DataAnnotations;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;

namespace Portal.Web.Gate;

/// <summary>An approval given on the page.</summary>
public sealed record ApproveForm
{
    [Required]
    public ApproverRole? Role { get; init; }

    [Required]
    public ApprovalPurpose? Purpose { get; init; }

    [Required(ErrorMessage = "Say why you approve"), StringLength(4000)]
    public string? Words { get; init; }
}

/// <summary>An approval given by telephone, as taken down.</summary>
public sealed record TelephoneForm
{
    [Required(ErrorMessage = "Choose the office")]
    public ApproverRole? Role { get; init; }

    [Required(ErrorMessage = "Enter the approver’s e-mail address"), StringLength(254)]
    public string? Person { get; init; }

    public DateTimeOffset? At { get; init; }

    [Required(ErrorMessage = "Write down what was said"), StringLength(4000)]
    public string? Words { get; init; }
}

/// <summary>What is added when the gate is asked again.</summary>
public sealed record AgainForm
{
    [StringLength(60)]
    public string? ChildReference { get; init; }

    [StringLength(40)]
    public string? Referral { get; init; }

    [StringLength(4000)]
    public string? LegalGround { get; init; }

    [StringLength(4000)]
    public string? ExceptionReason { get; init; }

    [RegularExpression(@"^(SC\d{6}|\d{7})$", ErrorMessage = "A URN is SC and six digits, or seven digits")]
    public string? HomeUrn { get; init; }

    [StringLength(200)]
    public string? HomeName { get; init; }

    [StringLength(200)]
    public string? HomeProvider { get; init; }

    [StringLength(40)]
    public string? HomeTelephone { get; init; }

    public AddedFacts ToAdded() => new(Given(ChildReference), Given(Referral), Given(LegalGround), Given(ExceptionReason))
    {
        HomeUrn = Given(HomeUrn),
        Unlisted = UnlistedHome.Of(HomeName, HomeProvider, HomeTelephone),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
