using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using static LeadBot.Dialog.Tests.Digests.Mornings;

namespace LeadBot.Dialog.Tests.Digests;

/// <summary>More deals than a digest has room for.</summary>
public sealed class CrowdedTests
{
    [Fact]
    public void A_repeat_that_had_no_room_on_Monday_does_not_keep_what_is_new_out_for_the_week()
    {
        var mornings = new Mornings();
        mornings.Dana = mornings.Dana with { Digest = DigestTimes.Usual with { MostDeals = 1 } };
        var foresight = new Foresight(mornings.Workspace, mornings.Playbooks, mornings.Holidays, mornings.Team);
        var now = mornings.At(Monday, 0);
        foresight.Put(new Remindable(mornings.Dana, 0, null, mornings.At(Monday)));
        for (var i = 0; i < 2 * Reminder.MostLookedAt(mornings.Dana); i++)
        {
            var deal = mornings.Make($"Said already {i}", Monday.AddDays(-60), putOffs: 3, with: d => d with { Course = d.Course with { HoursSunk = 40, HoursSinceProgress = 40 } });
            foresight.Put(new DueDeal(deal, new Listed(Monday.AddDays(-14), 1, deal.Course.ChangedAt)), now);
        }

        var lapsing = mornings.Make("Lapsing", Monday.AddDays(-3), with: d => d with { Course = d.Course with { Next = new NextStep("send the quote", Monday, Monday.AddDays(-3)) } });
        foresight.Put(new DueDeal(lapsing, null), now);

        var week = foresight.Until(mornings.At(Monday.AddDays(4), 18)).ToList();

        Assert.Contains(week, seen => seen.Decision.Listings.Any(listing => listing.Deal == lapsing.Id));
    }

    [Fact]
    public void A_deal_that_was_given_away_is_foreseen_with_its_new_owner_alone_and_as_new_to_them()
    {
        var mornings = new Mornings();
        var foresight = new Foresight(mornings.Workspace, mornings.Playbooks, mornings.Holidays, mornings.Team);
        var lee = mornings.Dana with { Id = new PersonId("lee"), Name = "Lee" };
        foresight.Put(new Remindable(mornings.Dana, 0, null, mornings.At(Monday)));
        foresight.Put(new Remindable(lee, 0, null, mornings.At(Monday)));
        var deal = mornings.Make("Acme", Monday.AddDays(-60), putOffs: 3);
        foresight.Put(new DueDeal(deal, new Listed(Monday.AddDays(-1), 3, deal.Course.ChangedAt)), mornings.At(Monday, 0));

        var given = Living.Give(deal, lee.Id);
        foresight.Put(given with { Deal = given.Deal with { Revision = 2 } }, mornings.At(Monday, 1));
        var first = foresight.Until(mornings.At(Monday, 18)).First();

        Assert.Equal("Lee", first.To.Name);
        Assert.Equal((deal.Id, 1), (first.Decision.Listings.Single().Deal, first.Decision.Listings.Single().Listed.Times));
        Assert.DoesNotContain(foresight.Until(mornings.At(Monday.AddDays(30))), seen => seen.To.Name == "Dana" && seen.Decision.Digest is not null);
    }
}
