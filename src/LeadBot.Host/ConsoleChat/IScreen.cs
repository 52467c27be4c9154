using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>Where the conversation is shown and typed: a terminal, or plain lines through a pipe.</summary>
public interface IScreen
{
    /// <summary>Shows a card.</summary>
    /// <param name="choices">Its buttons in the order of <see cref="Card.AllButtons"/>, each with what to type for it.</param>
    void Show(Card card, IReadOnlyList<Choice> choices);

    /// <summary>Shows a line that is not the bot's.</summary>
    void Note(string line);

    /// <summary>The next line typed, or null at the end of the input.</summary>
    Task<string?> ReadAsync(CancellationToken cancellationToken);
}
