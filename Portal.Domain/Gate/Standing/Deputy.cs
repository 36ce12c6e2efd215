using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Standing;

/// <summary>A deputy's id.</summary>
public readonly record struct DeputyId(Guid Value) : ITypedId<DeputyId>
{
    public static DeputyId From(Guid value) => new(value);
}

/// <summary>Somebody who stands in for an approving office between two days and up to a weekly limit; the holder names the deputy, and segregation stays (care-sector §5: no self-approval, delegation with dates).</summary>
public sealed class Deputy : Aggregate
{
    // Longer than a quarter is no stand-in but an appointment; the portal's own limit, no law.
    private const int MostDays = 92;

    private Deputy()
    {
    }

    /// <summary>The offices that approve placements and fees.</summary>
    public static IReadOnlyList<Role> Offices { get; } = [Role.Director, Role.HeadOfService, Role.NominatedOfficer, Role.RccCommissioner, Role.QaLead, Role.Finance, Role.Legal];

    public DeputyId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public Role Office { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public PersonId NamedBy { get; private set; }

    public string NamedByName { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The most a week that the deputy may approve; null: as much as the office.</summary>
    public Money? WeeklyLimit { get; private set; }

    private string Subject => $"person/{Person.Value}";

    public static Deputy Name(Actor by, Role office, (PersonId Id, string Name) person, (DateOnly From, DateOnly To) days, Money? weeklyLimit, DateOnly today)
    {
        RuleBroken.If(WhatIsWrong(by, office, person.Id, days, weeklyLimit, today));
        var deputy = new Deputy
        {
            Id = Kernel.Id.New<DeputyId>(),
            Organisation = by.Organisation,
            Office = office,
            Person = person.Id,
            PersonName = person.Name,
            NamedBy = by.Person,
            NamedByName = by.Name,
            From = days.From,
            To = days.To,
            WeeklyLimit = weeklyLimit,
        };
        deputy.Happened("gate.deputyNamed", deputy.Subject, new { office, deputy.Organisation, days.From, days.To, limit = weeklyLimit?.Amount, by = by.Person });
        return deputy;
    }

    public bool InForceOn(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether a price of this unit lies within the deputy's limit; units are never converted, so a limit a week covers weekly prices only.</summary>
    public bool MayApprove(Money price, string unit) => WeeklyLimit is not { } limit || (unit == "week" && price <= limit);

    /// <summary>Ends it today at once; what was approved stands.</summary>
    public void End(Actor by, DateOnly today)
    {
        if (by.Organisation != Organisation || !(by.Is(Office) || by.Person == Person))
        {
            throw new NotAllowed("The office’s holder or the deputy ends this.");
        }

        if (To < today)
        {
            throw new RuleBroken("ENDED", "This has ended already.");
        }

        To = today.AddDays(-1);
        Happened("gate.deputyEnded", Subject, new { Office, Organisation, by = by.Person });
    }

    private static List<Reason> WhatIsWrong(Actor by, Role office, PersonId person, (DateOnly From, DateOnly To) days, Money? weeklyLimit, DateOnly today)
    {
        List<Reason> wrong = [];
        if (!Offices.Contains(office) || !by.Is(office))
        {
            wrong.Add(new Reason("OFFICE", "Only the holder of an approving office names a deputy for it.", Field: "Office"));
        }

        if (person == by.Person)
        {
            wrong.Add(new Reason("SELF", "You hold the office yourself. Name somebody else.", Field: "Person"));
        }

        if (days.From < today || days.To < days.From || days.To > days.From.AddDays(MostDays))
        {
            wrong.Add(new Reason("DAYS", $"A deputy stands in from today at the earliest and for at most {MostDays} days (from {LondonTime.Day(days.From)}: to {LondonTime.Day(days.From.AddDays(MostDays))}).", "care-sector §5", "To"));
        }

        if (weeklyLimit <= Money.Zero)
        {
            wrong.Add(new Reason("LIMIT", "A limit is above £0; leave it empty for the office’s own.", Field: "WeeklyLimit"));
        }

        return wrong;
    }
}
