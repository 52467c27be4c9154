using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;
using static LeadBot.Dialog.Tests.Digests.Mornings;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class WeeklyPostTests
{
    private readonly Mornings _mornings = new();
    private readonly List<Deal> _lost = [];
    private readonly List<Deal> _seen = [];
    private bool _dropList = true;

    [Fact]
    public void The_wall_names_what_was_lost_quickly_with_its_reason_and_the_hours_freed()
    {
        Lost("Acme", 6, "They said no");
        Lost("Borealis", 8, "Other", "moved to the moon.");
        Lost("Cobalt", 0, "They said no");
        Assert.Equal(
            """
            # The wall (Good)
            2 sales lost quickly this week: about 14 hours freed (an estimate).
            - Borealis (Dana): moved to the moon; about 8 hours freed
            - Acme (Dana): They said no; about 6 hours freed
            """,
            Text(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_drop_list_has_three_deals_at_most_that_are_still_strung_along()
    {
        foreach (var name in (string[])["Acme", "Borealis", "Cobalt", "Delta"])
        {
            _seen.Add(_mornings.Make(name, Monday, putOffs: 4, with: deal => deal with { Course = deal.Course with { HoursSunk = 12 } }));
        }

        _seen.Insert(0, _mornings.Make("Moved", Monday));
        Assert.Equal(
            """
            # Strung along: who lets go first?
            - Acme (Dana): put off four times, about 12 hours so far
            - Borealis (Dana): put off four times, about 12 hours so far
            - Cobalt (Dana): put off four times, about 12 hours so far
            """,
            Text(),
            ignoreLineEndingDifferences: true);
        _dropList = false;
        Assert.Null(Compose());
    }

    [Fact]
    public void Nothing_happened_nothing_is_posted() => Assert.Null(Compose());

    [Fact]
    public void Only_the_channels_own_members_are_named_there()
    {
        Lost("Acme", 6, "They said no");
        _mornings.Dana = _mornings.Dana with { Team = "another" };
        Assert.Null(Compose());
    }

    [Fact]
    public void It_comes_on_friday_afternoon_by_the_admins_clock()
    {
        var friday = Monday.AddDays(4);
        Assert.Equal(_mornings.At(friday, 15, 0), WeeklyPost.NextAt(_mornings.Dana, _mornings.At(Monday)));
        Assert.Equal(_mornings.At(friday, 15, 0).AddDays(7), WeeklyPost.NextAt(_mornings.Dana, _mornings.At(friday, 15, 0)));
    }

    [Fact]
    public void An_admin_who_travels_west_on_friday_has_no_second_one()
    {
        var friday = _mornings.At(Monday.AddDays(4), 15, 0);
        var west = _mornings.Dana with { TimeZone = "America/Los_Angeles" };
        Assert.Equal(_mornings.At(Monday.AddDays(12), 0, 0), WeeklyPost.NextAfter(west, friday));
    }

    [Fact]
    public void It_is_foreseen_each_week_with_what_is_known_by_now()
    {
        Lost("Acme", 6, "They said no");
        var foresight = new Foresight(_mornings.Workspace with { Channels = Channels() }, _mornings.Playbooks, _mornings.Holidays, _mornings.Team);
        foresight.Put(new Remindable(_mornings.Dana, 0, null, _mornings.At(Monday)));
        var strung = _mornings.Make("Borealis", Monday.AddDays(-3), putOffs: 3);
        foresight.Put(new DueDeal(strung, null), _mornings.At(Monday));
        var told = new Raised(Need.StrungAlongInVain, strung.Owner, strung.Id, _mornings.At(Monday));
        foresight.Put(told);
        foresight.Put(new Domain.PersonId("max"), told.About, new Listed(Monday, 1, _mornings.At(Monday)));
        var friday = _mornings.At(Monday.AddDays(4), 15, 0);
        foresight.Put(new WeekAhead(_mornings.Dana, friday, new Dictionary<string, IReadOnlyList<Deal>> { ["sales"] = _lost }));

        var lines = foresight.Lines(friday.AddDays(7)).ToList();

        Assert.Equal(lines.OrderBy(line => line.At), lines);
        Assert.Equal(
            ["Fri 5 March 2027, 15:00 (Europe/Berlin) to Sales: One sale lost quickly this week: about 6 hours freed (an estimate).",
             "Fri 12 March 2027, 15:00 (Europe/Berlin) to Sales: One deal is strung along."],
            lines.Where(line => line.Who == "Sales").Select(ReminderWords.Head));
        Assert.Contains(lines, line => line.Who == "Dana");
    }

    [Fact]
    public void One_that_is_late_is_foreseen_of_the_week_that_was_over_and_what_was_lost_since_of_the_next()
    {
        var friday = _mornings.At(Monday.AddDays(4), 15, 0);
        Lost("Acme", 6, "They said no", at: friday.AddDays(-6));
        Lost("Borealis", 2, "They said no", at: friday.AddDays(1));
        var foresight = new Foresight(_mornings.Workspace with { Channels = Channels() }, _mornings.Playbooks, _mornings.Holidays, _mornings.Team);
        foresight.Put(new Remindable(_mornings.Dana, 0, null, null));
        foresight.Put(WeekAhead.From(_mornings.Dana, friday, friday.AddDays(3), ["sales"], (_, after, through) => [.. _lost.Where(deal => deal.Lost!.At > after && deal.Lost.At <= through)]));

        Assert.Equal(
            ["Mon 8 March 2027, 15:00 (Europe/Berlin) to Sales: One sale lost quickly this week: about 6 hours freed (an estimate).",
             "Fri 12 March 2027, 15:00 (Europe/Berlin) to Sales: One sale lost quickly this week: about 2 hours freed (an estimate)."],
            foresight.Lines(friday.AddDays(14)).Select(ReminderWords.Head));
    }

    [Fact]
    public void A_reminder_line_says_who_when_what_and_why()
    {
        _mornings.Make("Acme", Monday, putOffs: 3);
        var (input, decision) = (_mornings.Input(_mornings.At(Monday)), _mornings.Compose(Monday));
        var line = ReminderLine.Of(input, decision)!;
        Assert.Equal("Mon 1 March 2027, 08:30 (Europe/Berlin) to Dana: Acme: strung along, put off three times since it last moved.", ReminderWords.Head(line));
        Assert.Equal(["Acme: strung along, put off three times since it last moved."], line.Why);
        Assert.Null(ReminderLine.Of(input, decision with { Digest = null }));
    }

    private void Lost(string name, decimal freed, string reason, string? note = null, DateTimeOffset? at = null) =>
        _lost.Add(_mornings.Make(name, Monday, with: deal => deal with { State = DealState.Lost, Lost = new Loss(reason, note, at ?? deal.CreatedAt, freed) }));

    private Dictionary<string, LinkedChannel> Channels() => new() { ["sales"] = new("Sales", "test", "{}", WeeklyPost: true, _dropList) };

    private string Text() => CardText.Of(Compose()!);

    private Cards.Card? Compose() => WeeklyPost.Compose(new WeekInput(
        _mornings.At(Monday.AddDays(4), 15),
        _mornings.Workspace with { Channels = Channels() },
        "sales",
        _lost,
        _seen,
        [_mornings.Dana],
        _mornings.Playbooks,
        _mornings.Holidays));
}
