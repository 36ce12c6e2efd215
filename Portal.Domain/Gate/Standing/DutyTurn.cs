using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Standing;

/// <summary>A duty turn's id.</summary>
public readonly record struct DutyTurnId(Guid Value) : ITypedId<DutyTurnId>
{
    public static DutyTurnId From(Guid value) => new(value);
}

/// <summary>One turn of the out-of-hours duty rota: who holds which office by telephone from when to when.</summary>
public sealed class DutyTurn : Aggregate
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private DutyTurn()
    {
    }

    public DutyTurnId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public Role Office { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public string Telephone { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset To { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Puts a person on duty who holds the office, or stands in for it, on the turn's first day.</summary>
    public static DutyTurn Put(Actor by, Role office, (PersonId Id, string Name, bool HoldsOffice) person, string telephone, (DateTimeOffset From, DateTimeOffset To) turn)
    {
        List<Reason> wrong = [];
        if (!person.HoldsOffice)
        {
            wrong.Add(new Reason("OFFICE", "This person neither holds the office nor stands in for it on that day. Name a deputy first.", Field: "Email"));
        }

        if (turn.To <= turn.From || turn.To - turn.From > Longest)
        {
            wrong.Add(new Reason("TURN", "A turn ends after it starts and lasts at most 14 days.", Field: "To"));
        }

        if (telephone.Count(char.IsAsciiDigit) < 6)
        {
            wrong.Add(new Reason("TELEPHONE", "Enter the number to ring, with its area code.", Field: "Telephone"));
        }

        RuleBroken.If(wrong);
        var duty = new DutyTurn { Id = Kernel.Id.New<DutyTurnId>(), Organisation = by.Organisation, Office = office, Person = person.Id, PersonName = person.Name, Telephone = telephone.Trim(), From = turn.From, To = turn.To };
        duty.Happened("gate.dutyTurnPut", $"person/{person.Id.Value}", new { office, duty.Organisation, turn.From, turn.To });
        return duty;
    }

    public void Cancel(DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            throw new RuleBroken("CANCELLED", "This turn is cancelled already.");
        }

        CancelledAt = now;
        Happened("gate.dutyTurnCancelled", $"person/{Person.Value}", new { Office, Organisation, From });
    }
}
