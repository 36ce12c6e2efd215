using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Buying;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes.Placing;

/// <summary>What goes on beside the placements: children move on and homes say so; offices read the messages that they were sent.</summary>
internal sealed class EverydayScript(Play play)
{
    private const int HomesAtOnce = 3;
    private const int ForgottenEvery = 16;
    private static readonly int[] StatedOn = [17, 11, 6, 5, 4, 3, 2, 1];
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Bodies = ["E10000031", "west-midlands"];
    private static readonly Role[] Readers = [Role.HeadOfService, Role.PlacementOfficer, Role.RccCommissioner, Role.Director, Role.Finance, Role.NominatedOfficer];

    public void Write()
    {
        foreach (int day in new[] { 120, 96, 80, 64, 48, 33, 22, 13, 8, 5, 3, 1 })
        {
            play.At(play.DaysAgo(day, 8), () => MoveOn(day));
        }

        for (int round = 0; round < StatedOn.Length; round++)
        {
            int share = round;
            play.At(play.DaysAgo(StatedOn[round], 7, 40), () => SayAgain(share));
        }

        foreach (int day in new[] { 60, 10 })
        {
            play.At(play.DaysAgo(day, 8, 30), Read);
        }
    }

    private async Task MoveOn(int day)
    {
        var full = await play.Ask(async (PortalDb db) => await (from admission in db.HomeAdmissions
                                                                where admission.FrameworkRef == DemoTenders.Framework && admission.Status == HomeAdmissionStatus.Onboarded
                                                                join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
                                                                join provider in db.Organisations on admission.Provider equals provider.Id
                                                                where home.PlacesOccupied >= home.PlacesRegistered
                                                                orderby home.Urn
                                                                select new { home.Urn, home.PlacesRegistered, provider.Code }).ToListAsync());
        var others = full.Where(h => !BlockScript.Homes.Contains(h.Urn)).ToArray();
        for (int i = 0; i < Math.Min(HomesAtOnce, others.Length); i++)
        {
            var home = others[(day + (i * others.Length / HomesAtOnce)) % others.Length];
            Actor provider = await play.Of(home.Code, Role.ProviderBidder);
            await play.Do((StateVacancies use) => use.Execute(provider, home.Urn, home.PlacesRegistered - 1, None));
        }
    }

    // Providers look at their places every few days; a share of the homes each time, all at once. One home in so many is forgotten.
    private Task SayAgain(int share) => play.Do(async (PortalDb db) =>
    {
        List<ProviderHome> homes = await db.ProviderHomes.OrderBy(h => h.Urn).ToListAsync();
        foreach (ProviderHome home in homes.Where((_, i) => i % StatedOn.Length == share && i % ForgottenEvery != 0))
        {
            home.StateOccupancy(home.PlacesOccupied, play.Now);
        }

        await db.Save(Actor.Portal, None);
    });

    private async Task Read()
    {
        foreach (string body in Bodies)
        {
            foreach (Role role in Readers)
            {
                List<MessageId> unread = await play.Ask((PortalDb db) => db.Messages
                    .Where(m => m.ReadAt == null && m.Role == role && db.Set<Organisation>().Any(o => o.Id == m.Organisation && o.Code == body)).OrderBy(m => m.SentAt).Select(m => m.Id).ToListAsync());
                foreach (MessageId message in unread)
                {
                    Actor reader = await play.Of(body, role);
                    await play.Do((ReadMessage use) => use.Execute(reader, message, None));
                }
            }
        }
    }
}
