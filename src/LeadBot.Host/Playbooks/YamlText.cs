using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Parses YAML, and refuses what no playbook needs and only an attack would use.</summary>
internal static class YamlText
{
    private const int Deepest = 12;

    /// <summary>The document's top, or the one fault that stopped the parsing.</summary>
    public static (YamlNode? Top, LineFault? Fault) Parse(string text)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            if (Unwanted(new Parser(scanner)) is { } fault)
            {
                return (null, fault);
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? (stream.Documents[0].RootNode, null)
                : (null, new LineFault(1, stream.Documents.Count == 0 ? "The file is empty." : "The file holds several documents. A playbook is one."));
        }
        catch (YamlException broken)
        {
            return (null, new LineFault((int)Math.Max(1, broken.Start.Line), $"This is not YAML: {Plain(broken.Message)}"));
        }
        catch (Exception)
        {
            // Over some broken texts the scanner trips instead of saying what is wrong; it works on nothing but the text.
            return (null, new LineFault((int)Math.Max(1, scanner.CurrentPosition.Line), "This is not YAML: look for a bracket or a quote that is opened and not closed, here or above."));
        }
    }

    // Loading nests as deep as the text does, so the events, which do not, are looked at first.
    private static LineFault? Unwanted(Parser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            var line = (int)parser.Current.Start.Line;
            switch (parser.Current)
            {
                case AnchorAlias:
                    return new LineFault(line, "Aliases (*name) are not allowed in a playbook. Write it out.");
                case NodeEvent { Anchor.IsEmpty: false }:
                    return new LineFault(line, "Anchors (&name) are not allowed in a playbook. Leave the anchor out.");
                case var _ when depth > Deepest:
                    return new LineFault(line, "Nothing in a playbook is nested this deep.");
            }
        }

        return null;
    }

    private static string Plain(string message) => message.TrimEnd('.') + ".";
}
