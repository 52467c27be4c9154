using System.Globalization;
using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>A button, and what to type for it.</summary>
public sealed record Choice(string Key, Button Button)
{
    /// <summary>Takes the choices of a row's buttons off the front of a card's.</summary>
    public static IReadOnlyList<Choice> Next(Queue<Choice> left, CardPart.Row row) =>
        [.. Enumerable.Range(0, Math.Min(left.Count, row.Buttons.Count)).Select(_ => left.Dequeue())];
}

/// <summary>The buttons that can be pressed by typing: those of the last turn that had any.</summary>
public sealed class Choices
{
    private readonly Lock _lock = new();
    private readonly List<Choice> _offered = [];
    private bool _newTurn;

    /// <summary>What is offered next replaces what was offered before.</summary>
    public void NewTurn()
    {
        lock (_lock)
        {
            _newTurn = true;
        }
    }

    /// <summary>Gives each of the card's buttons a key of its own within the turn, in the order of <see cref="Card.AllButtons"/>.</summary>
    public IReadOnlyList<Choice> Offer(Card card)
    {
        lock (_lock)
        {
            if (_newTurn && card.AllButtons.Any())
            {
                _offered.Clear();
                _newTurn = false;
            }

            var numbered = !NumbersAreAnswers(card);
            var offered = Pressable(card).Select((button, i) => new Choice(Key(_offered.Count + i, numbered), button)).ToList();
            _offered.AddRange(offered);
            return offered;
        }
    }

    /// <summary>The button whose key was typed, or whose label where no other button has the same; else null.</summary>
    public Button? Pressed(string typed)
    {
        var said = typed.Trim();
        lock (_lock)
        {
            return (_offered.Find(choice => Is(choice.Key)) ?? Only(_offered.FindAll(choice => Is(choice.Button.Label))))?.Button;
        }

        bool Is(string text) => string.Equals(text, said, StringComparison.OrdinalIgnoreCase);
    }

    // "Drop it" stands below each of several deals.
    private static Choice? Only(List<Choice> alike) => alike.Count == 1 ? alike[0] : null;

    // Here a field is filled in by typing, so its one button would only ever be pressed on an empty field.
    private static IEnumerable<Button> Pressable(Card card) =>
        card.AllButtons.Count() == 1 && card.Parts.Any(part => part is CardPart.TextField) ? [] : card.AllButtons;

    // "3" to "How many hours?" is an answer, not the third button.
    private static bool NumbersAreAnswers(Card card) =>
        card.Parts.Any(part => part is CardPart.TextField) || card.AllButtons.Any(button => button.Label.Any(char.IsAsciiDigit));

    private static string Key(int place, bool numbered) => numbered || place >= 26
        ? (place + 1).ToString(CultureInfo.InvariantCulture)
        : ((char)('a' + place)).ToString();
}
