using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>Deals in qualification, for decisions of tests.</summary>
public static class Qualifying
{
    public static Deal Deal(TurnInput input, PlaybookHash hash, PlaybookId playbook)
    {
        var today = input.Person.Today(input.Now);
        var terms = new Terms(today, 0.3, 0, 50, 0, 0, today);
        return new Deal(input.FreshDeal, input.Workspace.Id, input.Person.Id, "Acme", DealState.Open, 1, input.Now, Qualification: new DealQualification(hash, playbook, terms, input.Now, []));
    }

    /// <summary>A change to one deal; null: to none.</summary>
    public static IReadOnlyList<DealChange> Changing(Deal? deal) => deal is null ? [] : [new DealChange(deal, [new Happening.WentOn()])];

    public static Playbook Version(int version) => LoseFast.Playbook with { Version = version, Hash = new PlaybookHash($"hash {version}") };

    public static PlaybookLibrary Library(Playbook playbook) => new(
        new PlaybookShelf(new Dictionary<PlaybookId, Playbook> { [playbook.Id] = playbook }, new Dictionary<PlaybookHash, Playbook> { [playbook.Hash] = playbook }),
        new Dictionary<PlaybookHash, string> { [playbook.Hash] = $"version {playbook.Version}" },
        text => Version(int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture)));
}
