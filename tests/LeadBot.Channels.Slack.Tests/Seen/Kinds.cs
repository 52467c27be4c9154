using LeadBot.Channels.Slack.Tests.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Channels.Slack.Tests.Seen;

/// <summary>One card of every kind, by what it shows.</summary>
internal static class Kinds
{
    private const string Awkward = "<!channel> & *co* _x_ `y` @here";

    public static IReadOnlyList<(string Name, Card Card)> All { get; } = [.. Qualifying(), .. Living(), .. Looking()];

    /// <summary>What is asked in a form, as the dialog makes it.</summary>
    public static IReadOnlyList<(string Name, Card Card)> Forms { get; } = [.. InWindows()];

    private static IEnumerable<(string, Card)> InWindows()
    {
        var (desk, here) = (new Desk(), Desk.Slack(PlaceKind.Direct));
        desk.Type("qualify Acme", place: here);
        desk.Press("$2,000 to $10,000", place: here);
        desk.Press("They said no", place: here);
        yield return ("why keep", Opened("Keep it anyway"));
        yield return ("which answer", Opened("Edit an answer"));
        yield return ("a question", Opened("What do they expect to pay?"));
        yield return ("why lost", Opened("Lose it"));
        yield return ("the other reason", Opened("Other"));
        yield return ("until when", Opened("Park it"));
        desk.Has("Globex");
        desk.Type("deal Globex", place: here);
        yield return ("the next step", Opened("Plan next step"));

        Card Opened(string label) => desk.Press(label, place: here).Form!;
    }

    private static IEnumerable<(string, Card)> Qualifying()
    {
        var desk = new Desk();
        yield return ("welcome", Last(desk, desk.Arrive()));
        yield return ("a question", Last(desk, desk.Type("qualify Acme")));
        yield return ("why this question", Last(desk, desk.Press("Why this question?")));
        desk.Press("$2,000 to $10,000");
        for (var i = 0; i < 6 && desk.Deals.Values.Single(d => d.Name == "Acme").Qualification!.Verdict is null; i++)
        {
            desk.Press("Don't know");
        }

        yield return ("ask first", desk.Shown.Last());
        yield return ("which answer", Last(desk, desk.Type("edit")));
        yield return ("when will you ask", Last(desk, desk.Press("When will you ask?")));
        desk.Type($"qualify {Awkward}");
        yield return ("walk away, of an awkward name", Last(desk, desk.Press("Free")));
        yield return ("why keep", Last(desk, desk.Press("Keep it anyway")));
        yield return ("how many hours", Last(desk, desk.Type("they promised")));
        yield return ("why lost", Last(desk, desk.Type("lose it")));
        yield return ("the other reason", Last(desk, desk.Press("Other")));
        yield return ("lost", Last(desk, desk.Type("moved to the moon")));
    }

    private static IEnumerable<(string, Card)> Living()
    {
        var desk = new Desk();
        desk.Arrive();
        var old = new DateOnly(2026, 8, 3);
        for (var i = 0; i < 7; i++)
        {
            desk.Has($"Prospect {i + 1}", change: deal => deal with
            {
                Course = deal.Course with { SilentSince = i < 5 ? old.AddDays(i) : new DateOnly(2026, 11, 20), PutOffs = i, HoursSunk = 3 * i },
                Crm = i == 0 ? new CrmLink("1", "https://crm.test/deals/1", new CrmSaid("Prospect 1", deal.Owner, null, null, DealState.Open, old)) : null,
            });
        }

        yield return ("deal", Last(desk, desk.Type("deal Prospect 1")));
        yield return ("the next step", Last(desk, desk.Press("Plan next step")));
        yield return ("until when", Last(desk, desk.Type("park Prospect 2")));
        yield return ("logged", Last(desk, desk.Type("log Prospect 3 2h they said come back in spring")));
        yield return ("history", Last(desk, desk.Type("deal Prospect 3 history")));
        yield return ("deals", Last(desk, desk.Type("deals")));
        yield return ("which deal", Last(desk, desk.Type("won Prospect")));
        yield return ("home", Assert.Single(desk.OpenHome().Say));
        desk.Morning();
        yield return ("digest", desk.Shown.Last());
    }

    private static IEnumerable<(string, Card)> Looking()
    {
        var desk = new Desk();
        desk.Arrive();
        yield return ("help", Last(desk, desk.Type("help")));
        yield return ("settings", Last(desk, desk.Type("settings")));
        yield return ("settings of the workspace", Last(desk, desk.Type("settings workspace")));
        yield return ("asks again", Last(desk, desk.Type("purple")));
        yield return ("exceptions", DialogCards.Exceptions());
        yield return ("week", DialogCards.Week());
    }

    private static Card Last(Desk desk, Decision decision) => decision.Redrawn ?? (decision.Say.Count > 0 ? decision.Say[^1] : desk.Shown.Last());
}
