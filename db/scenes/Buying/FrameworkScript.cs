using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes.Buying;

/// <summary>After signature: homes are looked at and onboarded, the fourteen authorities join, one home is embargoed.</summary>
internal sealed class FrameworkScript(Play play)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly OnboardingMatter[] Matters = [OnboardingMatter.Insurance, OnboardingMatter.Policies, OnboardingMatter.ResponsibleIndividual, OnboardingMatter.RegisteredManager, OnboardingMatter.Capacity];

    private static readonly string[] FirstNames = ["Amara", "Bethan", "Colin", "Deepa", "Ewan", "Farah", "Graham", "Hannah", "Imran", "Joanne", "Kwame"];
    private static readonly string[] Surnames = ["Adeyemi", "Barlow", "Cartwright", "Dhillon", "Ellery", "Fenwick", "Gask", "Hollis", "Iqbal", "Jessop", "Kettle", "Lomax", "Marlow"];

    public void Write()
    {
        play.At(play.DaysAgo(262), () => Onboard(DemoTenders.Framework, "rcc.commissioner", leavePending: 9));
        play.At(play.DaysAgo(182), () => Onboard(DemoTenders.National, "national.commissioner", leavePending: 100));
        play.At(play.DaysAgo(261), () => CheckSufficiency(DemoTenders.Framework, "rcc.commissioner"));
        play.At(play.DaysAgo(181), () => CheckSufficiency(DemoTenders.National, "national.commissioner"));
        play.At(play.DaysAgo(258), Join);
        play.At(play.DaysAgo(21), () => Embargo("SC900014", "A monitoring visit found that medicines were not locked away. The home has an action plan."));
    }

    private async Task Onboard(string framework, string reviewer, int leavePending)
    {
        Actor by = await play.Who(reviewer);
        var homes = await play.Ask(async (PortalDb db) => await db.HomeAdmissions.AsNoTracking().Where(h => h.FrameworkRef == framework)
            .OrderBy(h => h.HomeUrn).Select(h => new { h.LotNumber, h.HomeUrn, Provider = db.Set<Organisation>().Where(o => o.Id == h.Provider).Select(o => o.Code).First() }).ToListAsync());
        DateOnly expires = LondonTime.DateOf(play.Ends).AddDays(180);
        for (int i = 0; i < homes.Count; i++)
        {
            if (i % leavePending == leavePending - 1)
            {
                continue;
            }

            foreach (OnboardingMatter matter in Matters)
            {
                string? named = matter == OnboardingMatter.RegisteredManager ? Name(homes[i].HomeUrn) : matter == OnboardingMatter.ResponsibleIndividual ? Name(homes[i].Provider) : null;
                var finding = new OnboardingFinding(matter, Satisfied: true, "Seen in the evidence library", matter == OnboardingMatter.Insurance ? expires : null, named);
                await play.Do((NoteOnboardingCheck use) => use.Execute(by, framework, homes[i].LotNumber, homes[i].HomeUrn, finding, None));
            }

            await play.Do((OnboardHome use) => use.Execute(by, framework, homes[i].LotNumber, homes[i].HomeUrn, None));
        }
    }

    // Invented people, the same for the same home or provider on every lot.
    private static string Name(string of)
    {
        int number = of.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 9973);
        return $"{FirstNames[number % FirstNames.Length]} {Surnames[number / FirstNames.Length % Surnames.Length]}";
    }

    private async Task CheckSufficiency(string framework, string reviewer)
    {
        Actor by = await play.Who(reviewer);
        var lots = await play.Ask(async (PortalDb db) => await db.HomeAdmissions.Where(h => h.FrameworkRef == framework && h.Status == HomeAdmissionStatus.Onboarded).Select(h => h.LotNumber).Distinct().OrderBy(n => n).ToListAsync());
        foreach (string lot in lots)
        {
            await play.Do((CheckSufficiency use) => use.Execute(by, framework, lot, sufficient: true, "Places of the lot were held against the referrals of the last year, by need and area.", None));
        }
    }

    private async Task Join()
    {
        Actor lead = await play.Who("rcc.commissioner");
        List<string> authorities = await play.Ask(async (PortalDb db) =>
            await db.Organisations.Where(o => o.Kind == OrganisationKind.Authority && o.Region == DemoStaff.Region).OrderBy(o => o.Code).Select(o => o.Code).ToListAsync());
        foreach (string authority in authorities)
        {
            Actor by = await play.Of(authority, Role.Commissioner);
            AccessionId id = await play.Ask((ApplyToJoin use) => use.Execute(by, DemoTenders.Framework, "Named in the notice; the cabinet agreed to join.", None));
            await play.Do((DecideAccession use) => use.Execute(lead, DemoTenders.Framework, id, approve: true, "Named as a user in the notice.", None));
            await play.Do((SignAccessionDeed use) => use.Execute(lead, DemoTenders.Framework, id, $"Deed of accession {authority}", LondonTime.DateOf(play.Now).AddDays(3), None));
        }
    }

    private async Task Embargo(string urn, string why) =>
        await play.Do(async (ImposeQaRestriction use) => await use.Execute(await play.Who("quality"), QaRestrictionKind.Embargo, urn, wholeProvider: false, why, None));
}
