using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Channels.Slack.Tests.Blocks;

/// <summary>The cards the dialog makes: of every written conversation, of thousands of presses, and of the digests.</summary>
internal static class DialogCards
{
    private static readonly string[] s_words =
    [
        "5k", "about 3000 a year", "next quarter", "no idea", "qualify Beta", "deals", "log Beta 1h call me in January", "next Beta tomorrow call", "friday call them", "because I say so",
        "give Beta to lee", "value Beta 5k", "value Beta 1k", "settings", "digest at 9", "undo", "help", "reminders", "deal Beta history", "lost Beta", "park Beta", "10", "share", "clean up", "stages",
    ];

    private static readonly Lazy<IReadOnlyList<Card>> s_all = new(() => [.. Transcripts().Concat(Walks()).Concat(Team()).Append(Exceptions()).Append(Week()).DistinctBy(CardText.Of)]);

    public static IReadOnlyList<Card> All => s_all.Value;

    private static IEnumerable<Card> Transcripts()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Transcripts"), "*.txt").Order(StringComparer.Ordinal))
        {
            var desk = new Desk();
            Transcript.Play(File.ReadAllText(file).ReplaceLineEndings("\n"), desk);
            foreach (var card in desk.Shown)
            {
                yield return card;
            }
        }
    }

    private static IEnumerable<Card> Walks()
    {
        for (var walk = 0; walk < 60; walk++)
        {
            var random = new Random(walk);
            var desk = new Desk();
            desk.Arrive();
            desk.Type("hello", "lee");
            for (var i = 0; i < 7; i++)
            {
                desk.Has($"Prospect {i}", change: deal => deal with { Course = deal.Course with { PutOffs = i, HoursSunk = i } });
            }

            desk.Type("qualify Beta");
            for (var step = 0; step < 60; step++)
            {
                var buttons = desk.Shown.SelectMany(card => card.AllButtons).ToList();
                switch (random.Next(5))
                {
                    case 0:
                        desk.Type(s_words[random.Next(s_words.Length)]);
                        break;
                    case 1 when random.Next(4) == 0:
                        desk.Now += TimeSpan.FromDays(random.Next(1, 20));
                        desk.Morning();
                        break;
                    default:
                        desk.Press(buttons[^(1 + random.Next(Math.Min(buttons.Count, 15)))], canRedraw: random.Next(2) == 0);
                        break;
                }
            }

            foreach (var card in desk.Shown)
            {
                yield return card;
            }
        }
    }

    private static IEnumerable<Card> Team()
    {
        var desk = new Desk();
        desk.Type("settings stages lead, proposal");
        desk.Workspace = desk.Workspace with { Channels = ((string[])["north", "south"]).ToDictionary(name => name, name => new LinkedChannel(name, "slack", "{}")) };
        desk.Type("qualify Acme");
        desk.Press("Free");
        desk.Type("share");
        desk.Type("stage Acme");
        for (var i = 0; i < 3; i++)
        {
            var name = $"Prospect {i}";
            desk.Has(name, change: deal => deal with { Crm = new CrmLink(name, "https://crm.test/1", new CrmSaid(name, deal.Owner, null, null, DealState.Open, new DateOnly(2026, 1, 5))) });
        }

        var came = CleaningUp.Came(4, 3, ["Prospect 0", "Prospect 1"]);
        desk.Press(came.Buttons[1]);
        desk.Press(came.Buttons[0]);
        desk.Press(desk.Shown.Last().Buttons[0]);
        desk.Type("undo");
        return desk.Shown.Append(came);
    }

    public static Card Exceptions()
    {
        var desk = new Desk();
        desk.Arrive("robin");
        desk.Arrive("dana");
        var (boss, dana) = (desk.Person("robin"), desk.Person("dana"));
        var acme = desk.Has("Acme", change: deal => deal with { Course = deal.Course with { HoursSunk = 9, NotNow = new NotNow(new DateOnly(2026, 11, 1), 2) } });
        var raised = new Raised(Need.NotNowUsedUp, dana.Id, acme.Id, desk.Now.AddDays(-1));
        var unpressed = new Raised(Need.DigestsUnpressed, dana.Id, null, desk.Now.AddDays(-1));
        return Digest.Compose(new DigestInput(
            desk.Now,
            desk.Workspace with { Managers = [boss.Id] },
            boss,
            0,
            null,
            [],
            [],
            [new RaisedNow(raised, dana, 0, new DueDeal(acme, null), null, [], 0), new RaisedNow(unpressed, dana, 5, null, null, [acme], 3)],
            desk.Playbooks,
            desk.Holidays,
            desk.Team)).Exceptions!;
    }

    public static Card Week()
    {
        var desk = new Desk();
        desk.Arrive("dana");
        var dana = desk.Person("dana") with { Team = "sales" };
        var lost = desk.Has("Borealis", change: deal => deal with { State = DealState.Lost, Lost = new Loss("They said no", null, desk.Now, 8) });
        var workspace = desk.Workspace with { Channels = new Dictionary<string, LinkedChannel> { ["sales"] = new("sales", "slack", "{}", WeeklyPost: true) } };
        return WeeklyPost.Compose(new WeekInput(desk.Now, workspace, "sales", [lost], [], [dana], desk.Playbooks, desk.Holidays))!;
    }
}
