using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Turns;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>A decision whose every message starts a deal by that name that was silent for three months, or does what a test wants.</summary>
internal static class StaleDeals
{
    public static Decision Start(TurnInput input) => TurnBench.Say(input) with
    {
        Changes = [new DealChange(Of(input, ((Said.Typed)input.Message.Said).Text), [new Happening.Imported()])],
    };

    public static Deal Of(TurnInput input, string name)
    {
        var started = input.Now.AddDays(-90);
        return new Deal(input.FreshDeal, input.Workspace.Id, input.Person.Id, name, DealState.Open, 1, started, Course: Course.StartingOn(DateOnly.FromDateTime(started.UtcDateTime), started));
    }

    /// <summary>Starts them for that person in their direct conversation.</summary>
    public static async Task StartAsync(this TurnBench bench, string person, params string[] names)
    {
        foreach (var name in names)
        {
            await bench.TakeAsync(bench.Message($"{person}:{name}:{bench.Clock.GetUtcNow().UtcTicks}", name, conversation: $"of {person}", person: person));
        }
    }
}
