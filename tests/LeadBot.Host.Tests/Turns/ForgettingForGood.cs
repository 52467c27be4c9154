using System.Text;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Exporting;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>"forget" through the real dialog and the real tables: afterwards nothing that is held names the deal or the person.</summary>
public sealed class ForgettingForGood : IDisposable
{
    private const string Kim = "person-kim-77";

    private readonly TemporaryDirectory _directory = new();
    private int _events;

    [Fact]
    public async Task Of_a_deal_no_name_and_no_word_is_left_and_what_playbooks_learnt_stays()
    {
        await using var bench = await BenchAsync();
        var deal = Deal(bench, "Secret Cheese");
        Assert.Contains("their boss is ill", await EverythingAsync(bench), StringComparison.Ordinal);
        var learnt = Learnt(bench);
        Assert.NotEmpty(learnt);

        await SayAsync(bench, "dana", "forget deal secret cheese");
        await SayAsync(bench, "dana", "yes");

        var left = await EverythingAsync(bench);
        Assert.All((string[])["Secret Cheese", "secret cheese", "Hidden Milk", "their boss is ill"], word => Assert.DoesNotContain(word, left, StringComparison.Ordinal));
        // The audit log and the digests that listed it keep its number.
        Assert.All(left.Split('\n').Where(line => line.Contains(deal.ToString(), StringComparison.Ordinal)), line => Assert.StartsWith("{\"kind\":\"audit\"", line, StringComparison.Ordinal));
        Assert.Contains("Sunday Bread", left, StringComparison.Ordinal);
        Assert.Contains("Done: that deal is forgotten.", left, StringComparison.Ordinal);
        Assert.Equal(learnt, Learnt(bench));

        var old = await PressAsync(bench, Kim, new Dictionary<string, string> { [ButtonFields.Deal] = deal.ToString(), [ButtonFields.Revision] = "3" });
        Assert.StartsWith("That deal is not there any more: it was forgotten", old.OnlyForYou, StringComparison.Ordinal);
        await SayAsync(bench, Kim, "undo");
        await SayAsync(bench, Kim, "verdict");
        Assert.Equal("Sunday Bread", Names(bench));
    }

    [Fact]
    public async Task Of_a_person_nothing_is_left_but_that_somebody_was_it()
    {
        await using var bench = await BenchAsync();
        await SayAsync(bench, Kim, "give Sunday Bread to @dana");
        await SayAsync(bench, "dana", $"settings managers add @{Kim}");
        await SayAsync(bench, "dana", "away 1 to 14 august, @Kim Park covers");

        await SayAsync(bench, "dana", "forget @Kim Park");
        await SayAsync(bench, "dana", "yes");

        var left = await EverythingAsync(bench);
        Assert.All((string[])[Kim, "Kim Park", "kim park", "Secret Cheese", "their boss is ill"], word => Assert.DoesNotContain(word, left, StringComparison.Ordinal));
        // The deal that was given away keeps its history.
        Assert.Equal("Sunday Bread", Names(bench));
        using var tables = bench.Tables();
        Assert.Contains("forgotten", tables.DealEvents.Select(line => line.DoneBy));
        Assert.Equal(["dana"], tables.People.Select(person => person.Id));
        Assert.DoesNotContain(tables.Conversations, conversation => conversation.Name == $"of {Kim}");

        // Whoever speaks again is new.
        await SayAsync(bench, Kim, "deals");
        Assert.Equal(2, tables.People.Count());
        Assert.Equal("Sunday Bread", Names(bench));
    }

    [Fact]
    public async Task What_waits_to_be_sent_about_it_is_not_sent_and_the_rest_is()
    {
        await using var bench = await BenchAsync();
        await bench.RemindAsync(Kim, "Look at Secret Cheese again.");
        await bench.RemindAsync(Kim, "Secret Cheeses are something else.");
        await bench.RemindAsync("dana", "Hidden Milk is stale.");

        await SayAsync(bench, "dana", "forget deal secret cheese");
        await SayAsync(bench, "dana", "yes");

        using var tables = bench.Tables();
        var waiting = string.Join('\n', tables.Outbox.Select(message => message.Card).ToList());
        Assert.DoesNotContain("again", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("stale", waiting, StringComparison.Ordinal);
        Assert.Contains("something else", waiting, StringComparison.Ordinal);
        var messages = tables.Outbox.ToList();
        Assert.All(tables.Deliveries, delivery => Assert.Contains(messages, message => message.Conversation == delivery.Conversation));
    }

    [Fact]
    public async Task It_is_kept_in_the_audit_log_who_had_it_done_without_a_name_of_what()
    {
        await using var bench = await BenchAsync();
        await SayAsync(bench, "dana", "forget deal secret cheese");
        await SayAsync(bench, "dana", "yes");
        await SayAsync(bench, "dana", "forget @Kim Park");
        await SayAsync(bench, "dana", "yes");

        using var tables = bench.Tables();
        Assert.Equal(
            [("dana", "ForgotDeal"), ("dana", "ForgotPerson")],
            tables.Audit.OrderBy(line => line.Id).AsEnumerable().Where(line => line.Act.StartsWith("Forgot", StringComparison.Ordinal)).Select(line => (line.DoneBy, line.Act)));
    }

    public void Dispose() => _directory.Dispose();

    private static DealId Deal(TurnBench bench, string name)
    {
        using var tables = bench.Tables();
        return DealId.Read(tables.Deals.Single(deal => deal.Name == name).Id)!.Value;
    }

    private static string Names(TurnBench bench)
    {
        using var tables = bench.Tables();
        return string.Join(", ", tables.Deals.OrderBy(deal => deal.Name).Select(deal => deal.Name));
    }

    private static List<(string, string, long)> Learnt(TurnBench bench)
    {
        using var tables = bench.Tables();
        return
        [
            .. tables.AnswerCounts.AsEnumerable().GroupBy(count => (count.Question, count.Outcome)).Select(parts => (parts.Key.Question, parts.Key.Outcome, Times: parts.Sum(part => part.Times)))
                .Where(count => count.Times > 0).Order(),
        ];
    }

    /// <summary>All that is held about the workspace, as an export has it.</summary>
    private static async Task<string> EverythingAsync(TurnBench bench)
    {
        using var text = new MemoryStream();
        await bench.Store.Gate.BackgroundAsync(Databases.Local, session => Everything.Write(session, new WorkspaceId("local"), text), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private Task<Dialog.Channels.TurnResponse> SayAsync(TurnBench bench, string person, string text) => bench.TakeAsync(From(bench, person, new Said.Typed(text)));

    private Task<Dialog.Channels.TurnResponse> PressAsync(TurnBench bench, string person, Dictionary<string, string> fields) =>
        bench.TakeAsync(From(bench, person, new Said.Pressed(ButtonActions.Won, fields, CanRedraw: true)));

    private IncomingMessage From(TurnBench bench, string person, Said said)
    {
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        return bench.Message($"e{++_events}", conversation: $"of {person}", person: person) with { Said = said, From = new Sender(new PersonId(person), person == Kim ? "Kim Park" : "Dana") };
    }

    /// <summary>Dana is the admin. Kim qualified a deal to its end, renamed it, noted something, and has another; the newest is half asked about.</summary>
    private async Task<TurnBench> BenchAsync()
    {
        var talk = new Talk(new QuestionOrder(4));
        var bench = new TurnBench(_directory, talk.Decide, playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };
        await SayAsync(bench, "dana", "hello");
        foreach (var line in (string[])["qualify Hidden Milk", "about 5k", "they said no", "rename Hidden Milk to Secret Cheese", "keep it anyway", "their boss is ill", "10", "log Secret Cheese 1h their boss is ill", "qualify Sunday Bread", "verdict", "lost Secret Cheese"])
        {
            await SayAsync(bench, Kim, line);
        }

        return bench;
    }
}
