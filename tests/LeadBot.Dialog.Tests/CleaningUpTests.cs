using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class CleaningUpTests
{
    private readonly Desk _desk = new();

    public CleaningUpTests()
    {
        _desk.Type("hello");
        for (var deal = 1; deal <= 3; deal++)
        {
            Put(deal, lastActivity: new DateOnly(2026, 1, 5));
        }

        Put(4, lastActivity: new DateOnly(2026, 11, 20));
    }

    [Fact]
    public void A_bulk_drop_asks_first_and_then_drops_what_was_stale()
    {
        var came = CleaningUp.Came(4, 3, ["Deal 1", "Deal 2", "Deal 3"]);
        Assert.Equal("4 deals came in from your CRM; 3 look stale already there: Deal 1, Deal 2, Deal 3. The clock of each starts today; those you know to be dead you can clear now.", came.Summary);
        var asked = _desk.Press(came.Buttons[0]);
        Assert.StartsWith("Drop 3 deals: Deal 1, Deal 2, Deal 3?", asked.Say[0].Summary, StringComparison.Ordinal);
        Assert.Empty(asked.Changes);
        var done = _desk.Press("Yes, drop 3 deals");
        Assert.Equal("Dropped 3 deals: about 18 hours freed, an estimate. \"undo\" brings them back for a day.", done.Say[0].Summary);
        Assert.Equal([DealState.Lost, DealState.Lost, DealState.Lost, DealState.Open], _desk.Deals.Values.OrderBy(d => d.Name).Select(d => d.State));
        Assert.All(_desk.Deals.Values.Where(d => d.State == DealState.Lost), d => Assert.Equal(("Other", "Stale already in the CRM"), (d.Lost!.Reason, d.Lost.Note)));
    }

    [Fact]
    public void They_can_be_parked_for_a_month()
    {
        _desk.Press(CleaningUp.Came(4, 3, []).Buttons[1]);
        _desk.Press("Yes, park 3 deals");
        Assert.Equal(3, _desk.Deals.Values.Count(d => d is { State: DealState.Parked } && d.ParkedUntil == new DateOnly(2026, 12, 23)));
    }

    [Fact]
    public void What_was_asked_about_other_deals_is_asked_again()
    {
        _desk.Press(CleaningUp.Came(4, 3, []).Buttons[0]);
        Put(5, lastActivity: new DateOnly(2026, 1, 5));
        var again = _desk.Press("Yes, drop 3 deals");
        Assert.Empty(again.Changes);
        Assert.StartsWith("Drop 4 deals:", again.Say[0].Summary, StringComparison.Ordinal);
        _desk.Press("No, leave them");
        Assert.All(_desk.Deals.Values, deal => Assert.Equal(DealState.Open, deal.State));
    }

    [Fact]
    public void An_old_button_does_nothing_a_second_time()
    {
        var came = CleaningUp.Came(4, 3, []);
        _desk.Press(came.Buttons[0]);
        _desk.Press("Yes, drop 3 deals");
        var again = _desk.Press("Yes, drop 3 deals");
        Assert.Empty(again.Changes);
        Assert.StartsWith("Nothing left to clean up", again.Say[0].Summary, StringComparison.Ordinal);
    }

    private void Put(int number, DateOnly lastActivity)
    {
        var id = new DealId(new Guid(100 + number, 0, 0, new byte[8]));
        var dana = new PersonId("dana");
        _desk.Deals[id] = new Deal(
            id, new WorkspaceId("local"), dana, $"Deal {number}", DealState.Open, 1, _desk.Now,
            Crm: new CrmLink($"{number}", null, new CrmSaid($"Deal {number}", dana, null, null, DealState.Open, lastActivity)));
    }
}
