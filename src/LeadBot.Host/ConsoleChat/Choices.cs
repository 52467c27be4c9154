using System.Globalization;
using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>A button, and what to type for it.</summary>
public sealed record Choice(string Key, Button Button);

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

    /// <summary>Gives each of the card's buttons a key of its own within the turn.</summary>
    public IReadOnlyList<Choice> Offer(Card card)
    {
        lock (_lock)
        {
            if (_newTurn && card.Buttons.Count > 0)
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

    /// <summary>The button whose key or label was typed, or null.</summary>
    public Button? Pressed(string typed)
    {
        var said = typed.Trim();
        lock (_lock)
        {
            return _offered.FirstOrDefault(choice => Is(choice.Key) || Is(choice.Button.Label))?.Button;
        }

        bool Is(string text) => string.Equals(text, said, StringComparison.OrdinalIgnoreCase);
    }

    // Here a field is filled in by typing, so its one button would only ever be pressed on an empty field.
    private static IReadOnlyList<Button> Pressable(Card card) =>
        card.Buttons.Count == 1 && card.Parts.Any(part => part is CardPart.TextField) ? [] : card.Buttons;

    // "3" to "How many hours?" is an answer, not the third button.
    private static bool NumbersAreAnswers(Card card) =>
        card.Parts.Any(part => part is CardPart.TextField) || card.Buttons.Any(button => button.Label.Any(char.IsAsciiDigit));

    private static string Key(int place, bool numbered) => numbered || place >= 26
        ? (place + 1).ToString(CultureInfo.InvariantCulture)
        : ((char)('a' + place)).ToString();
}
