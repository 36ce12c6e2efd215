using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>A home admission's id.</summary>
public readonly record struct HomeAdmissionId(Guid Value) : ITypedId<HomeAdmissionId>
{
    public static HomeAdmissionId From(Guid value) => new(value);
}

/// <summary>Where a home stands on a lot: put forward, usable, stopped, or gone.</summary>
public enum HomeAdmissionStatus
{
    Pending,
    Onboarded,
    Suspended,
    Left,
}

/// <summary>What the regulator's record says of a home at the moment it is onboarded.</summary>
public sealed record RegulatorView(Registration Registration, Judgement Judgement, bool Restriction)
{
    public static RegulatorView Of(ProviderHome home) => new(home.Registration, home.Judgement, home.Restriction);
}

/// <summary>One home on one lot of a framework, with its checks and every version of its price schedule.</summary>
public sealed partial class HomeAdmission : Aggregate
{
    private static readonly Lifecycle<HomeAdmissionStatus> Moves = new(
        (HomeAdmissionStatus.Pending, HomeAdmissionStatus.Onboarded),
        (HomeAdmissionStatus.Pending, HomeAdmissionStatus.Left),
        (HomeAdmissionStatus.Onboarded, HomeAdmissionStatus.Suspended),
        (HomeAdmissionStatus.Suspended, HomeAdmissionStatus.Onboarded),
        (HomeAdmissionStatus.Onboarded, HomeAdmissionStatus.Left),
        (HomeAdmissionStatus.Suspended, HomeAdmissionStatus.Left),
        (HomeAdmissionStatus.Left, HomeAdmissionStatus.Pending));

    private static readonly OnboardingMatter[] Always =
        [OnboardingMatter.Insurance, OnboardingMatter.Policies, OnboardingMatter.ResponsibleIndividual, OnboardingMatter.RegisteredManager, OnboardingMatter.Capacity];

    private readonly List<OnboardingCheck> checks = [];
    private readonly List<PriceSchedule> schedules = [];

    private HomeAdmission()
    {
    }

    internal HomeAdmission(Admission admission, string homeUrn, OrganisationId provider)
    {
        Id = Kernel.Id.New<HomeAdmissionId>();
        Framework = admission.Framework;
        FrameworkRef = admission.FrameworkRef;
        LotNumber = admission.LotNumber;
        HomeUrn = homeUrn;
        Provider = provider;
        Happened("home.putForward", Subject, new { FrameworkRef, LotNumber, provider });
    }

    public HomeAdmissionId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public string HomeUrn { get; private set; } = "";

    /// <summary>The URN the home had before it was sold or re-registered; its price history is there.</summary>
    public string? FormerUrn { get; private set; }

    public OrganisationId Provider { get; private set; }

    public HomeAdmissionStatus Status { get; private set; }

    public IReadOnlyList<OnboardingCheck> Checks => checks;

    public IReadOnlyList<PriceSchedule> Schedules => schedules;

    private string Subject => $"home/{HomeUrn}";

    /// <summary>Notes what was seen on one matter; a finding without evidence is refused.</summary>
    public void NoteCheck(OnboardingFinding finding, string seenBy, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(finding.Evidence))
        {
            throw new RuleBroken("EVIDENCE_MISSING", "Say what you saw: document, number, date.", "care-sector §1.5", "Evidence");
        }

        if (finding.NamesNobodyItMay)
        {
            throw new RuleBroken("NAME_MATTER", "Name a person only for the Responsible Individual or the Registered Manager.", "care-sector §1.5", "Named");
        }

        if (finding.Vacant && (finding.Satisfied || finding.Person is not null))
        {
            throw new RuleBroken("POST_VACANT", "A post that is vacant has no name and is not satisfied. Give the name, or say that it is vacant and not satisfied.", "care-sector §1.5", "Vacant");
        }

        OnboardingCheck? check = checks.Find(c => c.Matter == finding.Matter);
        if (check is null)
        {
            check = new OnboardingCheck(Id, finding.Matter);
            checks.Add(check);
        }

        check.Look(finding, seenBy, now);
        Happened("home.checkNoted", Subject, new { FrameworkRef, LotNumber, finding.Matter, finding.Satisfied, finding.Evidence, finding.ExpiresOn, finding.Named, finding.Vacant });
    }

    /// <summary>Everything that still stands between this home and the framework; empty when it can be onboarded.</summary>
    public IReadOnlyList<Reason> WhatBlocksOnboarding(RegulatorView regulator, Judgement minimum, DateOnly today) =>
        [.. OfTheRegulator(regulator, minimum), .. OfTheChecks(NeedsPlan(regulator, minimum), today), .. OfThePrice()];

    public void Onboard(RegulatorView regulator, Judgement minimum, DateOnly today)
    {
        RuleBroken.If(WhatBlocksOnboarding(regulator, minimum, today));
        Move(HomeAdmissionStatus.Onboarded, "home.onboarded", new { FrameworkRef, LotNumber, regulator.Registration, regulator.Judgement });
    }

    public void Suspend(string reason)
    {
        Given.Reason(reason);
        Move(HomeAdmissionStatus.Suspended, "home.suspended", new { FrameworkRef, LotNumber, reason });
    }

    /// <summary>Ends a suspension; the checks must hold again on that day.</summary>
    public void Reinstate(RegulatorView regulator, Judgement minimum, DateOnly today, string reason)
    {
        Given.Reason(reason);
        RuleBroken.If(WhatBlocksOnboarding(regulator, minimum, today));
        Move(HomeAdmissionStatus.Onboarded, "home.reinstated", new { FrameworkRef, LotNumber, reason });
    }

    public void Leave(string reason)
    {
        Given.Reason(reason);
        Move(HomeAdmissionStatus.Left, "home.left", new { FrameworkRef, LotNumber, reason });
    }

    private static bool NeedsPlan(RegulatorView regulator, Judgement minimum) =>
        regulator.Judgement is Judgement.None or Judgement.NotGraded || Rank(regulator.Judgement) < Rank(minimum);

    private static int Rank(Judgement judgement) => judgement switch
    {
        Judgement.Outstanding => 4,
        Judgement.Good => 3,
        Judgement.RequiresImprovement => 2,
        _ => 1,
    };

    private static IEnumerable<Reason> OfTheRegulator(RegulatorView regulator, Judgement minimum)
    {
        if (regulator.Registration != Registration.Active)
        {
            yield return new Reason("REGISTRATION", "The regulator’s register does not show this home as active.", "care-sector §1.5");
        }

        if (regulator.Judgement == Judgement.Inadequate && minimum != Judgement.Inadequate)
        {
            yield return new Reason("JUDGEMENT", "The home is judged inadequate. It may be put forward again after the next inspection.", "care-sector §1.3");
        }

        if (regulator.Restriction)
        {
            yield return new Reason("RESTRICTION", "A restriction of accommodation notice is in force for this home.", "care-sector §1.5");
        }
    }

    // A home without a judgement, or below the lot's minimum, is onboarded only on an improvement plan (§1.3: probation, conditional).
    private IEnumerable<Reason> OfTheChecks(bool needsPlan, DateOnly today)
    {
        foreach (OnboardingMatter matter in needsPlan ? [.. Always, OnboardingMatter.ImprovementPlan] : Always)
        {
            OnboardingCheck? check = checks.Find(c => c.Matter == matter);
            if (check is not { Satisfied: true })
            {
                yield return new Reason("CHECK_OPEN", $"Not yet seen and satisfied: {matter.InWords()}.", "care-sector §1.5", matter.ToString());
            }
            else if (check.ExpiresOn < today)
            {
                yield return new Reason("EVIDENCE_LAPSED", $"The evidence has lapsed: {matter.InWords()}.", "care-sector §1.5", matter.ToString());
            }
        }
    }

    private IEnumerable<Reason> OfThePrice()
    {
        if (!schedules.Exists(s => s.Status == PriceScheduleStatus.Agreed))
        {
            yield return new Reason("PRICE_MISSING", "No price schedule has been agreed for this home.");
        }
    }

    private void Move(HomeAdmissionStatus to, string action, object payload)
    {
        Status = Moves.Move(Status, to, $"Home {HomeUrn} on lot {LotNumber} of {FrameworkRef}");
        LapsedEvidence = null;
        Happened(action, Subject, payload);
    }
}
