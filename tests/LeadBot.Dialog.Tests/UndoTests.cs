using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class UndoTests
{
    private static readonly string[] Words =
    [
        "log Acme 1h call me in January", "yes", "it moved", "friday send the quote", "none", "log Beta left a voicemail", "next Acme tomorrow call", "no", "next Beta in 3 months call",
        "park Acme until in 30 days", "reopen Acme", "won Beta", "reopen Beta", "lost Acme they said no", "lost Beta", "1", "stage Acme proposal", "rename Beta to Beta West", "rename Beta to Beta",
        "give Acme to me", "value Acme 5k", "value Acme 4k", "nothing", "value Beta 100", "qualify Acme", "5k", "3", "don't know", "continue", "edit", "keep it anyway", "because", "2h", "deals", "deal Acme", "back", "start over",
    ];

    /// <summary>Whatever was done, undone as often as something changed, is undone exactly; only the revision counts on.</summary>
    [Fact]
    public void Undoing_everything_leaves_every_deal_as_it_was() => Gen.Int[0, Words.Length - 1].Array[1, 20].Sample(
        steps =>
        {
            var desk = new Desk();
            desk.Workspace = desk.Workspace with { Stages = [new Stage("Proposal")] };
            desk.Has("Acme", change: d => d with { Course = d.Course with { PutOffs = 1, HoursSunk = 3 } });
            desk.Has("Beta", change: d => d with { Course = d.Course with { Next = new NextStep("call", new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 16)) } });
            var before = new Stack<Dictionary<DealId, Deal>>();
            foreach (var step in steps)
            {
                var now = new Dictionary<DealId, Deal>(desk.Deals);
                if (desk.Type(Words[step]).Changes.Count > 0)
                {
                    before.Push(now);
                }
            }

            while (before.TryPop(out var was))
            {
                desk.Type("undo");
                Assert.All(was, deal => Assert.Equal(deal.Value with { Revision = desk.Deals[deal.Key].Revision }, desk.Deals[deal.Key]));
            }

            Assert.Contains("nothing of yours", desk.Type("undo").Say[0].Summary, StringComparison.Ordinal);
        },
        iter: 300);

    [Fact]
    public void What_somebody_else_changed_since_is_not_taken_back()
    {
        var desk = Managed();
        desk.Has("Acme");
        desk.Type("won Acme");
        desk.Type("reopen Acme", "mo");
        var said = desk.Type("undo");
        Assert.Empty(said.Changes);
        Assert.Contains("Mo changed Acme since", said.Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_other_takes_theirs_back_it_can_be_taken_back_again()
    {
        var desk = Managed();
        desk.Has("Acme");
        desk.Type("won Acme");
        desk.Type("reopen Acme", "mo");
        desk.Type("undo", "mo");
        desk.Type("undo");
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
    }

    [Fact]
    public void A_day_later_it_stays()
    {
        var desk = new Desk();
        desk.Has("Acme");
        desk.Type("won Acme");
        desk.Now += TimeSpan.FromHours(25);
        Assert.Empty(desk.Type("undo").Changes);
    }

    [Fact]
    public void A_deal_that_was_new_has_nothing_before_it()
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        Assert.Contains("nothing before it", desk.Type("undo").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_gave_a_deal_away_may_take_it_back_and_the_other_hears_of_it()
    {
        var desk = new Desk();
        desk.Type("hello", "kim");
        desk.Has("Acme");
        desk.Type("give Acme to @kim");
        Assert.Equal(new PersonId("kim"), desk.Deal("Acme").Owner);
        Assert.Equal(new PersonId("kim"), desk.Told[^1].To);
        desk.Type("undo");
        Assert.Equal(new PersonId("dana"), desk.Deal("Acme").Owner);
        Assert.Contains("took Acme back", desk.Told[^1].Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void When_a_manager_takes_back_giving_it_away_both_hear_of_it()
    {
        var desk = Managed();
        desk.Type("hello", "kim");
        desk.Has("Acme");
        desk.Type("give Acme to @kim", "mo");
        desk.Told.Clear();

        desk.Type("undo", "mo");

        Assert.Equal(new PersonId("dana"), desk.Deal("Acme").Owner);
        Assert.Equal(
            [("kim", "Mo took Acme back."), ("dana", "Mo took back giving Acme away: it is yours again.")],
            desk.Told.Select(told => (told.To.Value, told.Card.Summary)));
    }

    [Fact]
    public void A_deal_that_was_renamed_is_called_again_as_it_was()
    {
        var desk = new Desk();
        desk.Has("Acme");
        desk.Type("rename Acme to Acme West");

        Assert.StartsWith("Taken back: renamed from Acme to Acme West. It is called Acme again.", CardText.Of(desk.Type("undo").Say[0]), StringComparison.Ordinal);
        Assert.Equal("Acme", desk.Deals.Values.Single().Name);
    }

    [Fact]
    public void The_button_of_the_first_release_opens_a_lost_deal_again()
    {
        var desk = new Desk();
        desk.Has("Acme");
        desk.Type("lost Acme they said no");
        desk.Now += TimeSpan.FromDays(3);
        var deal = desk.Deal("Acme");
        desk.Press(new LeadBot.Dialog.Cards.Button("take-back", "Take it back", new Dictionary<string, string> { ["deal"] = deal.Id.ToString(), ["rev"] = $"{deal.Revision}" }));
        Assert.Equal(DealState.Open, desk.Deal("Acme").State);
        Assert.Null(desk.Deal("Acme").Lost);
    }

    private static Desk Managed()
    {
        var desk = new Desk();
        desk.Type("hello");
        desk.Workspace = desk.Workspace with { Managers = [new PersonId("mo")] };
        return desk;
    }
}
