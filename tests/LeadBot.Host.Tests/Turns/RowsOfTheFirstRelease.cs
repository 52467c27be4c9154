using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>
/// A release runs beside the next one while instances are replaced: what 0.1.0 writes into the tables of this release, with the columns
/// and documents it knew, this one goes on with.
/// </summary>
public sealed class RowsOfTheFirstRelease : IDisposable
{
    private static readonly DealId s_acme = new(new Guid(7, 0, 0, new byte[8]));

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_release_before_writes_beside_this_one_is_found_changed_and_delivered()
    {
        TurnInput? seen = null;
        await using var bench = new TurnBench(_directory, input =>
        {
            seen = input;
            return TurnBench.Say(input, "again") with { Changes = [new DealChange(input.Deal! with { Revision = 2 }, [new Happening.Imported()])] };
        });
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                session.Execute("INSERT INTO workspaces (id, document) VALUES ('local', $1)", """{"id":"local","channelPlaybooks":{}}""");
                session.Execute(
                    "INSERT INTO people (workspace, id, document) VALUES ('local', 'ann', $1)",
                    """{"id":"ann","workspace":"local","name":"Ann","timeZone":"Europe/Berlin","timeZoneIsTheirs":true,"amounts":"point-decimal"}""");
                session.Execute(
                    "INSERT INTO deals (id, workspace, owner, name, state, revision, document) VALUES ($1, 'local', 'ann', 'Acme', 'Open', 1, $2)",
                    s_acme.ToString(),
                    $$"""{"id":"{{s_acme}}","workspace":"local","owner":"ann","name":"Acme","state":"open","revision":1,"createdAt":"2026-03-02T09:00:00+00:00","shortParks":0}""");
                session.Execute(
                    "INSERT INTO conversations (id, workspace, channel, name, address, document) VALUES (1000, 'local', $1, 'c1', 'address of c1', $2)",
                    bench.Channel.Name,
                    $$"""{"welcomed":true,"deal":"{{s_acme}}","waiting":{"for":"lost-reason","misses":1},"lastHeard":"2026-03-02T09:00:00+00:00"}""");
                session.Execute("INSERT INTO outbox (id, workspace, conversation, card, said_at) VALUES (1000, 'local', 1000, $1, $2)", """{"summary":"Before.","parts":[],"buttons":[]}""", TurnBench.Start.UtcTicks);
                return session.Execute("INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES (1000, 'local', 0, 0, 0)");
            },
            Stop);

        await bench.DeliverAsync();
        await bench.UntilAsync(tables => tables.Outbox.Count(message => message.SentAt != null) == 1);
        await bench.TakeAsync("1", "They said no");

        Assert.Equal(("Europe/Berlin", "Acme", new Waiting.LostReason(1)), (seen!.Person.TimeZone, seen.Deal!.Name, seen.Conversation.Waiting));
        await bench.UntilAsync(tables => tables.Outbox.Count(message => message.SentAt != null) == 2);
        using var tables = bench.Tables();
        Assert.Equal(2, tables.Deals.Single().Revision);
    }

    public void Dispose() => _directory.Dispose();
}
