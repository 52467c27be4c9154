using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>
/// The whole bot, from Slack's payloads to what its people see, beside the pure dialog on the same words and presses: they
/// must see exactly what it decides, and nothing else.
/// </summary>
internal sealed class DeskBesideSlack(SlackHost host, Desk desk)
{
    private readonly Dictionary<string, Member> _members = [];
    private int _seen;

    /// <summary>What can be pressed or sent, as it is seen and as the dialog made it, oldest first.</summary>
    public List<(Shown Shown, Card Card)> Cards { get; } = [];

    public async Task TypeAsync(string person, string words)
    {
        Assert.Equal(200, (await (await OfAsync(person)).TypeAsync(words)).Status);
        await SeeAsync(Now().Type(words, person, At(person)), person, null);
    }

    /// <summary>Presses what can be pressed in a message.</summary>
    /// <param name="nth">0 for the first of all that can be pressed there.</param>
    public async Task PressAsync(string person, (Shown Shown, Card Card) on, int nth)
    {
        var presses = on.Shown.Presses.ToList();
        var (label, action) = presses[nth];
        var kind = ActionOf(action);
        var button = on.Card.AllButtons.Where(b => b.Action == kind && Label(b) == label).ElementAt(presses[..nth].Count(press => press.Label == label && ActionOf(press.Action) == kind));

        Assert.Equal(200, (await (await OfAsync(person)).PressAsync(label, on.Shown, presses[..nth].Count(press => press.Label == label))).Status);
        await SeeAsync(Now().Press(button, person, At(person), canRedraw: true), person, on.Shown);
    }

    /// <summary>Sends the newest form: with the choice, or, where there is but one thing to do, with words in its field.</summary>
    public async Task SendAsync(string person, (Shown Shown, Card Card) form, int choice, string words)
    {
        var buttons = form.Card.AllButtons.ToList();
        var member = await OfAsync(person);
        if (buttons is [var only])
        {
            var hasField = form.Card.Parts.OfType<CardPart.TextField>().Any();
            Assert.Equal(200, (await member.SendAsync(null, hasField ? words : null)).Status);
            await SeeAsync(Now().Press(only, person, At(person), false, hasField ? [(ButtonFields.Note, words)] : []), person, form.Shown);
            return;
        }

        var label = Label(buttons[choice]);
        Assert.Equal(200, (await member.SendAsync(label)).Status);
        await SeeAsync(Now().Press(buttons.First(button => Label(button) == label), person, At(person)), person, form.Shown);
    }

    private static Place At(string person) => Desk.Slack(PlaceKind.Direct, person);

    private static string ActionOf(JsonObject action) => ((string)action["action_id"]!).Split(PressBlocks.Between)[0];

    private static string Label(Button button) => (string)SlackText.Plain(button.Label, SlackLimits.Label)["text"]!;

    /// <summary>The dialog at the time at which the host heard it.</summary>
    private Desk Now()
    {
        desk.Now = host.Clock.GetUtcNow();
        return desk;
    }

    private async Task<Member> OfAsync(string person)
    {
        if (_members.TryGetValue(person, out var known))
        {
            return known;
        }

        var member = _members[person] = new Member(host.Slack, $"U{person.ToUpperInvariant()}", char.ToUpperInvariant(person[0]) + person[1..]);
        if (_members.Count == 1)
        {
            await host.InstalledByAsync(member);
        }

        return member;
    }

    private async Task SeeAsync(Decision decided, string person, Shown? pressed)
    {
        await host.AllIsDoneAsync();
        var seen = host.Slack.Screens.All.Skip(_seen).Select(shown => (At: PlaceOf(shown, pressed), shown.Text, Shown: shown)).OrderBy(shown => shown.At, StringComparer.Ordinal).ToList();
        _seen += seen.Count;
        var expected = Expected(decided, person, pressed).OrderBy(shown => shown.At, StringComparer.Ordinal).ToList();

        Assert.Equal(expected.Select(shown => (shown.At, shown.Text)), seen.Select(shown => (shown.At, shown.Text)));
        Cards.AddRange(expected.Zip(seen, (pure, sent) => (sent.Shown, pure.Card)));
    }

    private static string PlaceOf(Shown shown, Shown? pressed) =>
        shown.Where == "modal" ? "modal" : shown.Id == pressed?.Id ? "redrawn" : $"{shown.Where} in {shown.Channel}{shown.Thread}";

    private IEnumerable<(string At, string Text, Card Card)> Expected(Decision decided, string person, Shown? pressed)
    {
        var here = _members[person].Direct;
        if (decided.Form is { } form)
        {
            yield return ("modal", Shown.TextOf(Modals.Of(form, "")!["blocks"]), form);
        }

        if (decided.Redrawn is { } redrawn)
        {
            yield return ("redrawn", Text(redrawn), redrawn);
        }

        if (decided.OnlyForYou is { } line)
        {
            // Of what came by a form nothing but a message is left to answer.
            var asMessage = pressed is null or { Where: "modal" };
            yield return ($"{(asMessage ? "message" : "ephemeral")} in {here}", Text(Card.Of(line)), Card.Of(line));
        }

        foreach (var card in decided.Say)
        {
            yield return ($"message in {here}", Text(card), card);
        }

        foreach (var told in decided.Tell.Where(told => _members.ContainsKey(told.To.Value)))
        {
            yield return ($"message in {_members[told.To.Value].Direct}", Text(told.Card), told.Card);
        }
    }

    private static string Text(Card card) => Shown.TextOf(SlackMessages.Of(card)["blocks"]);
}
