using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Import;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What a channel may pass on that is no text: NUL characters and halves of surrogate pairs.</summary>
public sealed class UnreadableText : IDisposable
{
    private const string Spoilt = "A\0c\uD800me 🙂\uDE42";
    private const string Readable = "Ac\uFFFDme 🙂\uFFFD";

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task It_is_made_readable_before_anything_is_decided_or_kept_and_is_found_again()
    {
        var (heard, mine) = (new List<string>(), new List<string>());
        await using var bench = new TurnBench(_directory, input =>
        {
            heard.Add(input.Message.Said is Said.Pressed { Fields: var fields } ? fields["note"] : ((Said.Typed)input.Message.Said).Text);
            mine.AddRange(input.Mine.Select(found => found.Name));
            var deal = new Deal(input.FreshDeal, input.Workspace.Id, input.Person.Id, heard[^1], DealState.Open, 1, input.Now);
            return TurnBench.Say(input, heard[^1]) with { Changes = [new DealChange(deal, [new Happening.WentOn()])] };
        }) { Needs = (_, _) => new TurnNeeds(null, Readable) { Mine = true } };
        var message = bench.Message($"e1{Spoilt}", Spoilt, $"c{Spoilt}", $"p{Spoilt}");

        await bench.TakeAsync(message with { Place = message.Place with { TeamAddress = Spoilt } });
        Assert.True((await bench.TakeAsync(message)).IsRepeat);
        await bench.TakeAsync(message with { EventKey = "e2", Said = new Said.Pressed("start", new Dictionary<string, string> { ["note"] = Spoilt }, false) });

        Assert.Equal([Readable, Readable], heard);
        Assert.Equal([Readable], mine);
        using var tables = bench.Tables();
        Assert.All(tables.Deals, deal => Assert.Equal((Readable, $"p{Readable}"), (deal.Name, deal.Owner)));
        Assert.Equal($"p{Readable}", Assert.Single(tables.People).Id);
        Assert.Equal($"address of c{Readable}", Assert.Single(tables.Conversations).Address);
    }

    [Fact]
    public async Task A_file_with_such_characters_comes_in()
    {
        using var bench = new ImportBench();

        Assert.True(await bench.ImportAsync(bench.Written("Name,Owner", "A\0cme,Kim\0 Park")));

        Assert.Equal("Acme", Assert.Single(bench.Deals()).Name);
    }

    public void Dispose() => _directory.Dispose();
}
