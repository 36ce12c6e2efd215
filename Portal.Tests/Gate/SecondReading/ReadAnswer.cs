using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Tests.Gate.SecondReading;

/// <summary>The contract's answer as a stranger would work it out: the table's row, then the modifiers one after the other, then the approvals.</summary>
internal sealed class ReadAnswer
{
    private readonly WrittenFacts f;
    private readonly ReadRow row;
    private readonly List<string> asks;
    private readonly List<string> flags;
    private readonly List<string> followUps;
    private readonly List<string> reasons;
    private string outcome;
    private string decisive;
    private bool lifted;

    private ReadAnswer(WrittenFacts facts)
    {
        f = facts;
        ReadRow[] holding = [.. ReadRows.Of(facts).Where(r => r.Holds)];
        row = holding[0];
        (outcome, decisive) = (row.Outcome, row.Rule);
        (asks, flags, followUps) = ([.. row.Asks], [.. row.Flags], [.. row.FollowUps]);
        reasons = [.. holding.Select(r => $"{r.Rule} {r.Code}")];
    }

    /// <summary>The whole answer in one text, sets in alphabetical order, so that two answers can be compared and read.</summary>
    public static string Of(JsonObject json)
    {
        ReadAnswer answer = new(new WrittenFacts(json));
        answer.Modify();
        return answer.Close();
    }

    private bool Permitted => outcome is "allow" or "allowWithApproval";

    private bool SearchUnrecorded =>
        ((row.Rule is "C1" or "C2" or "C4" && !f.Is("search.selectionProcessFollowed")) || (row.Rule == "B4" && !f.Is("search.widerSearchRecorded")))
        && f.Newcomer && !f.Needed24 && Permitted;

    private void Modify()
    {
        if (f.Text("exceptionReason") is not null && (row.Rule is "C3" or "C5" or "D1" or "D2" || SearchUnrecorded))
        {
            lifted = true;
            Change("allowWithApproval", "X1");
            Ask("directorOfChildrensServices/placement", "rccCommissioner/price", "finance/price");
            flags.Add("OVERRIDE");
            reasons.Add("X1 OVERRIDE");
        }

        LookAtQuality();
        LookAtDistance();
        if (SearchUnrecorded && !lifted)
        {
            Change("pending", "D9");
            reasons.Add("D9 SEARCH_INCOMPLETE");
        }

        bool offFramework = row.Rule is "D4" or "D5" or "D6" or "B4" || (lifted && row.Rule is "C3" or "C5" or "D1" or "D2");
        if (offFramework && (f.Newcomer || f.Is("option.newContract")) && !f.Needed24 && LargeEnough() && f.Text("legalGround") is null && Permitted)
        {
            Change("pending", "D8");
            reasons.Add("D8 THRESHOLD");
        }

        if (row.Rule == "E1")
        {
            reasons.AddRange(row.Flags.Select(flag => flag == "FORESEEABLE" ? "E2 FORESEEABLE" : "E3 SAME_BED_PREMIUM"));
        }
    }

    private void LookAtQuality()
    {
        if (!f.Newcomer || !f.Caution || row.Rule is "G0" or "B0" or "B1" or "B3" or "S1" or "S2")
        {
            return;
        }

        if (f.Needed24)
        {
            flags.Add("QA_CAUTION");
            followUps.Add(ReadRows.InADay(f, "qualityReview"));
            reasons.Add("A4 QA_CAUTION");
        }
        else if (Permitted)
        {
            outcome = "allowWithApproval";
            Ask("qaLead/quality");
            reasons.Add("A4 QA_CAUTION");
        }
    }

    private void LookAtDistance()
    {
        string? need = f.Text("option.distance") switch { "adjoining" => "nominatedOfficer/distance", "atADistance" => "directorOfChildrensServices/distance", _ => null };
        if (!f.Newcomer || need is null || !(Permitted || outcome == "allowEmergency") || row.Rule is "B3" or "S2")
        {
            return;
        }

        Ask(need);
        reasons.Add("D7 DISTANCE");
        if (Count(out _).Contains(need))
        {
            return;
        }

        if (f.Needed24)
        {
            flags.Add("DISTANCE");
        }
        else
        {
            Change("pending", "D7");
        }
    }

    private bool LargeEnough() => f.Unit != "week" || f.Number("option.weeks") is not { } weeks || weeks * f.Price >= 663540m;

    private void Change(string to, string by)
    {
        if (outcome != to)
        {
            (outcome, decisive) = (to, by);
        }
    }

    private void Ask(params string[] wanted) => asks.AddRange(wanted.Where(w => !asks.Contains(w)));

    /// <summary>The required approvals that count, in the order given.</summary>
    private HashSet<string> Count(out bool discounted)
    {
        Dictionary<string, string> officeOf = [];
        HashSet<string> counted = [];
        discounted = false;
        foreach (JsonObject approval in f.List("approvals").Select(a => a!.AsObject()))
        {
            (string? role, string? purpose, string? person) = (approval["role"]?.GetValue<string>(), approval["purpose"]?.GetValue<string>(), approval["person"]?.GetValue<string>());
            if (role is null || purpose is null || person is null || !asks.Contains($"{role}/{purpose}"))
            {
                continue;
            }

            bool conflicted = f.List("conflictedPersons").Any(p => p!.GetValue<string>() == person);
            if (person == f.Text("requester") || conflicted || (officeOf.TryGetValue(person, out string? office) && office != role))
            {
                discounted = true;
                continue;
            }

            officeOf[person] = role;
            counted.Add($"{role}/{purpose}");
        }

        return counted;
    }

    private string Close()
    {
        if (outcome is "block" or "outOfScope")
        {
            asks.Clear();
        }

        HashSet<string> counted = Count(out bool discounted);
        if (asks.TrueForAll(counted.Contains))
        {
            outcome = row.Rule == "S2" ? "allowEmergency" : outcome == "allowWithApproval" ? "allow" : outcome;
        }

        if (discounted)
        {
            flags.Add("SEGREGATION");
            reasons.Add("F1 SEGREGATION");
        }

        if ((Permitted || outcome == "allowEmergency") && f.Text("option.distance") != "own")
        {
            followUps.Add(HostNotified());
        }

        return string.Join("\n", $"{outcome} by {decisive}", $"reasons {string.Join(", ", reasons)}", $"asks {string.Join(", ", asks.Select(a => $"{a} {(counted.Contains(a) ? "given" : "open")}").Order(StringComparer.Ordinal))}", $"price {row.Price?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-"}", $"flags {string.Join(", ", flags.Distinct().Order(StringComparer.Ordinal))}", $"follow {string.Join(", ", followUps.Order(StringComparer.Ordinal))}");
    }

    private string HostNotified()
    {
        string start = f.Instant("need.neededBy") is { } by ? WrittenFacts.DateOf(by).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return f.Needed24 ? ReadRows.OnDay(f, "hostNotified", 5) : $"hostNotified - {start}";
    }
}
