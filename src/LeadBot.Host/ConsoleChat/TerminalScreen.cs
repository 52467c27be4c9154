using LeadBot.Dialog.Cards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LeadBot.Host.ConsoleChat;

/// <summary>A terminal with colours. Texts are never read as markup.</summary>
public sealed class TerminalScreen(IAnsiConsole console, TextReader input) : IScreen
{
    private static readonly Style s_subtle = new(Color.Grey);
    private static readonly Style s_key = new(Color.Aqua);

    /// <inheritdoc/>
    public void Show(Card card, IReadOnlyList<Choice> choices)
    {
        if (card.Parts.Count == 0)
        {
            console.Write(Words(card.Summary));
            console.WriteLine();
        }

        var left = new Queue<Choice>(choices);
        foreach (var part in card.Parts)
        {
            console.Write(part is CardPart.Row row ? Beside(Choice.Next(left, row)) : Rendered(part));
            if (part is not (CardPart.Facts or CardPart.ToCopy))
            {
                console.WriteLine();
            }
        }

        if (left.Count > 0)
        {
            console.Write(Numbered(left));
        }

        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Note(string line)
    {
        console.Write(Words(line, s_subtle));
        console.WriteLine();
        console.WriteLine();
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        console.Write(new Text("> ", s_key));
        // A terminal's line cannot be waited for with a token: when told to stop, the thread is left behind.
        var line = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        console.WriteLine();
        return line;
    }

    private static IRenderable Rendered(CardPart part) => part switch
    {
        CardPart.Heading heading => Words($"{ToneMark.Of(heading.Tone)}{heading.Text}", new Style(ColourOf(heading.Tone), decoration: Decoration.Bold)),
        CardPart.Paragraph paragraph => Words(paragraph.Text, paragraph.Subtle ? s_subtle : Style.Plain),
        CardPart.Facts facts => Facts(facts),
        CardPart.ToCopy copy => new Panel(Words(copy.Text)) { Header = new PanelHeader(Markup.Escape(CleanText.Of(copy.Label))), Border = BoxBorder.Rounded, BorderStyle = s_subtle },
        CardPart.TextField field => Words(field.Label, s_subtle),
        CardPart.Link link => Words($"{link.Label}: {link.Address}", s_subtle),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A card has no such part."),
    };

    private static Grid Facts(CardPart.Facts facts)
    {
        var grid = TwoColumns();
        foreach (var fact in facts.Items)
        {
            grid.AddRow(Words(fact.Label, s_subtle), Words(fact.Value));
        }

        return grid;
    }

    private static Paragraph Beside(IReadOnlyList<Choice> choices)
    {
        var line = new Paragraph();
        foreach (var choice in choices)
        {
            line.Append($"  {choice.Key}. ", s_key).Append(CleanText.Of(choice.Button.Label), StyleOf(choice.Button.Style));
        }

        return line;
    }

    private static Grid Numbered(IEnumerable<Choice> choices)
    {
        var grid = TwoColumns();
        foreach (var choice in choices)
        {
            grid.AddRow(Words($"{choice.Key}.", s_key), Words(choice.Button.Label, StyleOf(choice.Button.Style)));
        }

        return grid;
    }

    private static Grid TwoColumns() => new Grid().AddColumn(new GridColumn().PadLeft(2).PadRight(2).NoWrap()).AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    private static Text Words(string text, Style? style = null) => new(CleanText.Of(text.ReplaceLineEndings("\n")), style);

    private static Color ColourOf(Tone tone) => tone switch
    {
        Tone.Good => Color.Green,
        Tone.Warning => Color.Yellow,
        Tone.Bad => Color.Red,
        _ => Color.Default,
    };

    private static Style StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => new Style(decoration: Decoration.Bold),
        ButtonStyle.Destructive => new Style(Color.Red),
        _ => Style.Plain,
    };
}
