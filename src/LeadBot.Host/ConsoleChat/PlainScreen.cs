using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>Plain lines, for pipes and terminals that can do no more.</summary>
/// <param name="echo">Shows what was read, so that a redirected conversation reads like one.</param>
public sealed class PlainScreen(TextReader input, TextWriter output, bool echo) : IScreen
{
    /// <inheritdoc/>
    public void Show(Card card, IReadOnlyList<Choice> choices)
    {
        if (card.Parts.Count == 0)
        {
            Line(card.Summary);
        }

        var left = new Queue<Choice>(choices);
        foreach (var part in card.Parts)
        {
            if (part is CardPart.Row row)
            {
                Line(string.Join(' ', Choice.Next(left, row).Select(choice => $"  {choice.Key}. {choice.Button.Label}")));
            }
            else
            {
                Show(part);
            }
        }

        foreach (var choice in left)
        {
            Line($"  {choice.Key}. {choice.Button.Label}");
        }

        Line("");
    }

    /// <inheritdoc/>
    public void Note(string line) => Line(line + Environment.NewLine);

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!echo)
        {
            await output.WriteAsync("> ".AsMemory(), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }

        var line = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        if (echo && line is not null)
        {
            Line($"> {line}");
        }

        return line;
    }

    private void Show(CardPart part)
    {
        switch (part)
        {
            case CardPart.Heading heading:
                Line($"{ToneMark.Of(heading.Tone)}{heading.Text}");
                break;
            case CardPart.Paragraph paragraph:
                Line(paragraph.Text);
                break;
            case CardPart.Facts facts:
                foreach (var fact in facts.Items)
                {
                    Line($"  {WithColon(fact.Label)} {fact.Value}");
                }

                break;
            case CardPart.ToCopy copy:
                Line(WithColon(copy.Label));
                Line($"  | {copy.Text.ReplaceLineEndings("\n").Replace("\n", "\n  | ", StringComparison.Ordinal)}");
                break;
            case CardPart.TextField field:
                Line($"({field.Label})");
                break;
            case CardPart.Link link:
                Line($"{WithColon(link.Label)} {link.Address}");
                break;
        }
    }

    private static string WithColon(string label) => label.Length > 0 && char.IsLetterOrDigit(label[^1]) ? label + ":" : label;

    private void Line(string text)
    {
        output.WriteLine(CleanText.Of(text.ReplaceLineEndings("\n")));
        output.Flush();
    }
}
