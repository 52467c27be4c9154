using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests.Settings;

public sealed class WorkspaceSettingsTests
{
    private static readonly LearntLimit s_learnt = new(24, new DateOnly(2026, 11, 1), 60, 0.05, 20, 22, 31, 40);

    [Theory]
    [InlineData("lead, demo, proposal 20, contract", "lead;demo;proposal=20;contract")]
    [InlineData("lead -> demo (10 days) -> contract: 5", "lead;demo=10;contract=5")]
    [InlineData("phase 1, phase 2", "phase 1;phase 2")]
    [InlineData("phase 1, contract", "phase=1;contract")]
    [InlineData("only one", "only one")]
    [InlineData("none", "")]
    public void Stages_are_kept_in_their_order_with_their_limits(string typed, string stages)
    {
        var desk = new Desk();
        desk.Type($"settings stages {typed}");
        Assert.Equal(stages, string.Join(';', desk.Workspace.Stages.Select(s => s.Limit is { } limit ? $"{s.Name}={limit}" : s.Name)));
    }

    [Theory]
    [InlineData("settings stages lead, Lead")]
    [InlineData("settings stages lead 0")]
    [InlineData("settings stages lead 251")]
    [InlineData("settings stages , ,")]
    [InlineData("settings stages a stage whose name is much too long for anybody to read")]
    [InlineData("settings stages 1a,2a,3a,4a,5a,6a,7a,8a,9a,10a,11a,12a,13a,14a,15a,16a,17a,18a,19a,20a,21a")]
    [InlineData("settings limit 0")]
    [InlineData("settings limit 251")]
    [InlineData("settings limit 10 to 20")]
    [InlineData("settings put-offs 0")]
    [InlineData("settings put-offs 11")]
    [InlineData("settings floor 0")]
    [InlineData("settings floor 100001")]
    [InlineData("settings floor 50 to 60")]
    [InlineData("settings floor EUR 60")]
    [InlineData("settings floor 60 a month")]
    [InlineData("settings chance 0%")]
    [InlineData("settings chance 51%")]
    [InlineData("settings chance high")]
    [InlineData("settings auto-park 4")]
    [InlineData("settings auto-park 251")]
    [InlineData("settings managers add Robin")]
    [InlineData("settings playbook nonsense")]
    public void What_is_out_of_range_changes_nothing_and_is_asked_again(string text)
    {
        var desk = new Desk();
        desk.Type("hello");
        var before = desk.Workspace;
        Assert.IsType<Waiting.Setting>(desk.Type(text).Conversation.Waiting);
        Assert.Equal(before, desk.Workspace);
    }

    [Fact]
    public void Limits_and_floors_are_kept()
    {
        var desk = new Desk();
        foreach (var text in (string[])["settings limit 20", "settings put-offs 2", "settings floor $60/h", "settings chance 7.5 %", "settings auto-park after 30 days"])
        {
            desk.Type(text);
        }

        Assert.Equal(new SilencePolicy(20, 2, 0.075), desk.Workspace.Silence);
        Assert.Equal((60m, 30), (desk.Workspace.FloorPerHour, desk.Workspace.AutoParkAfter));
        desk.Type("settings floor off");
        desk.Type("settings auto-park off");
        Assert.Equal((null, null), (desk.Workspace.FloorPerHour, desk.Workspace.AutoParkAfter));
    }

    [Theory]
    [InlineData("settings stages lead")]
    [InlineData("settings limit 20")]
    [InlineData("settings put-offs 2")]
    [InlineData("settings floor 60")]
    [InlineData("settings learnt use")]
    [InlineData("settings chance 6%")]
    [InlineData("settings auto-park 30")]
    [InlineData("settings team holidays none")]
    [InlineData("post here")]
    [InlineData("settings weekly on")]
    [InlineData("settings drop list on")]
    [InlineData("settings managers add Lee")]
    [InlineData("settings admins add Lee")]
    [InlineData("settings playbook lose-fast")]
    public void Only_an_admin_sets_it_and_the_refusal_names_one(string text)
    {
        var desk = new Desk();
        desk.Type("hello");
        var before = desk.Workspace;
        Assert.Equal("Only an admin can change this: Dana.", desk.Type(text, "lee").Say[0].Summary);
        Assert.Equal(before, desk.Workspace);
    }

    [Fact]
    public void While_nobody_is_admin_the_refusal_says_how_to_become_one()
    {
        var desk = new Desk();
        var teams = Desk.Direct() with { Workspace = new WorkspaceId("msteams:t1") };
        Assert.StartsWith("Nobody is admin here yet. Whoever adds LeadBot to Teams becomes one;", desk.Type("settings limit 20", place: teams).Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal(SilencePolicy.Usual, desk.Workspace.Silence);
    }

    [Fact]
    public void A_learnt_limit_is_used_only_once_approved()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Silence = desk.Workspace.Silence with { Offered = s_learnt } };
        Assert.Equal(15, desk.Workspace.RulesFor(null).Limit);
        desk.Type("settings learnt");
        desk.Press("Use 24 working days");
        Assert.Equal(24, desk.Workspace.RulesFor(null).Limit);
        desk.Type("settings learnt off");
        Assert.Equal(15, desk.Workspace.RulesFor(null).Limit);
    }

    [Theory]
    [InlineData(24, 7, false)]
    [InlineData(28, 7, false)]
    [InlineData(29, 7, true)]
    [InlineData(20, 90, false)]
    [InlineData(19, 7, true)]
    [InlineData(24, 90, false)]
    [InlineData(24, 91, true)]
    [InlineData(15, 91, false)]
    public void A_declined_limit_is_offered_again_once_it_moved_by_more_than_a_fifth_or_after_a_quarter(int limit, int days, bool isDue)
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Silence = desk.Workspace.Silence with { Offered = s_learnt } };
        desk.Type("settings learnt");
        Assert.Contains("offered again in a quarter of a year", CardText.Of(desk.Type("no").Say[0]), StringComparison.Ordinal);

        Assert.Equal(new DeclinedLimit(24, new DateOnly(2026, 11, 23)), desk.Workspace.Silence.Declined);
        Assert.Equal(isDue, LearntOffer.IsDue(s_learnt with { Limit = limit }, desk.Workspace.Silence, new DateOnly(2026, 11, 23).AddDays(days)));
    }

    [Fact]
    public void A_no_to_an_offer_leaves_the_limit_in_use_and_off_ends_its_use()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Silence = desk.Workspace.Silence with { Approved = s_learnt, Offered = s_learnt with { Limit = 28 } } };
        desk.Type("settings learnt no");
        Assert.Equal((24, null, 28), (desk.Workspace.Silence.Approved?.Limit, desk.Workspace.Silence.Offered, desk.Workspace.Silence.Declined?.Limit));

        desk.Type("settings learnt off");
        Assert.Equal((null, null, 24), (desk.Workspace.Silence.Approved, desk.Workspace.Silence.Offered, desk.Workspace.Silence.Declined?.Limit));
    }

    [Fact]
    public void A_learnt_limit_can_be_left()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Silence = desk.Workspace.Silence with { Offered = s_learnt } };
        desk.Type("settings learnt");
        desk.Press("Leave it as it is");
        Assert.Equal(SilencePolicy.Usual with { Declined = new DeclinedLimit(24, new DateOnly(2026, 11, 23)) }, desk.Workspace.Silence);
    }

    [Fact]
    public void A_channel_is_linked_where_post_here_is_typed()
    {
        var desk = new Desk();
        desk.Type("post here");
        Assert.Empty(desk.Workspace.Channels);
        desk.Type("post here", place: Desk.Thread());
        Assert.Equal(new LinkedChannel("team channel", "test", "{}", WeeklyPost: true), desk.Workspace.Channels["channel"]);
        desk.Type("settings weekly off");
        Assert.False(desk.Workspace.Channels["channel"].WeeklyPost);
        desk.Type("settings drop list on");
        Assert.Equal((true, true), (desk.Workspace.Channels["channel"].WeeklyPost, desk.Workspace.Channels["channel"].DropList));
        desk.Type("post here as Sales", place: Desk.Thread());
        Assert.Equal("Sales", desk.Workspace.Channels["channel"].Name);
        Assert.True(desk.Workspace.Channels["channel"].DropList);
        desk.Type("settings post off");
        Assert.Empty(desk.Workspace.Channels);
    }

    [Fact]
    public void With_several_channels_it_is_asked_which()
    {
        var desk = new Desk();
        var other = Desk.Thread() with { Conversation = "other;messageid=1", TeamChannel = "other" };
        desk.Type("post here as Sales", place: Desk.Thread());
        desk.Type("post here as Support", place: other);
        desk.Type("settings weekly off");
        desk.Press("Support");
        Assert.True(desk.Workspace.Channels["channel"].WeeklyPost);
        Assert.False(desk.Workspace.Channels["other"].WeeklyPost);
        desk.Type("settings weekly off sales");
        Assert.False(desk.Workspace.Channels["channel"].WeeklyPost);
    }

    [Fact]
    public void A_new_manager_is_told_so()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Type("hello", "kim");
        var decision = desk.Type("settings managers add @Kim");
        Assert.Equal(new PersonId("kim"), Assert.Single(decision.Tell).To);
        Assert.Equal([new PersonId("kim")], desk.Workspace.Managers);
        desk.Type("settings managers Kim");
        Assert.Single(desk.Workspace.Managers);
        desk.Type("settings managers remove kim");
        Assert.Empty(desk.Workspace.Managers);
    }

    [Fact]
    public void The_last_admin_stays()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Type("hello", "kim");
        desk.Type("settings admins remove me");
        Assert.True(desk.Workspace.IsAdmin(new PersonId("dana")));
        desk.Type("settings admins add Kim");
        desk.Type("settings admins remove me");
        Assert.False(desk.Workspace.IsAdmin(new PersonId("dana")));
        Assert.Equal(new PersonId("kim"), desk.Workspace.Admin);
        desk.Type("settings admins remove Kim", "kim");
        Assert.Equal(new PersonId("kim"), desk.Workspace.Admin);
    }

    [Fact]
    public void Status_is_for_admins_and_about_the_deal_for_everybody_else()
    {
        var desk = new Desk
        {
            Status = new DeliveryStatus(
                2, new DateTimeOffset(2026, 11, 23, 8, 40, 0, TimeSpan.Zero), 1, [(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), "botframework", "403 Forbidden")], [(new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero), "Kim")]),
        };
        var shown = CardText.Of(desk.Type("status").Say[0]);
        Assert.Contains("- Waiting to be sent: 2 messages, the oldest for 20 minutes", shown, StringComparison.Ordinal);
        Assert.Contains("- 22 Nov 2026 8:00: botframework: 403 Forbidden", shown, StringComparison.Ordinal);
        Assert.Contains("- Last digests: Kim 8:30", shown, StringComparison.Ordinal);
        desk.Type("qualify Acme", "lee");
        Assert.Contains("Acme", desk.Type("status", "lee").Say[0].Summary, StringComparison.Ordinal);
    }
}
