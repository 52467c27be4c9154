using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class ButtonRowsTests
{
    [Fact]
    public void Every_button_is_shown_once_in_order_and_no_row_has_more_than_six()
    {
        for (var count = 0; count <= 30; count++)
        {
            var labels = Enumerable.Range(0, count).Select(i => new string((char)('a' + i), 1 + (i * 7 % 40))).ToList();
            var rows = Rows(labels);
            Assert.Equal(labels, rows.SelectMany(row => row));
            Assert.All(rows, row => Assert.InRange(row.Count, 1, 6));
        }
    }

    [Fact]
    public void A_long_label_has_its_row_to_itself() => Assert.Equal(
        [["A hurdle they will clear themselves"], ["Yes", "No", "Don't know"], ["Nothing stands in the way"]],
        Rows(["A hurdle they will clear themselves", "Yes", "No", "Don't know", "Nothing stands in the way"]));

    [Fact]
    public void Four_that_do_not_fit_beside_each_other_are_two_and_two() => Assert.Equal(
        [["Drop it", "It moved"], ["Park it", "Not now"]],
        Rows(["Drop it", "It moved", "Park it", "Not now"]));

    private static List<List<string>> Rows(IEnumerable<string> labels) =>
        [.. ButtonRows.Of([.. labels.Select(label => new Button("a", label, new Dictionary<string, string>()))]).Select(row => row.Select(b => b.Label).ToList())];
}
