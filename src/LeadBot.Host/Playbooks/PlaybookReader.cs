using System.Security.Cryptography;
using System.Text;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Reads a playbook's text.</summary>
public static class PlaybookReader
{
    /// <summary>The playbook, or all that is wrong with the text.</summary>
    public static PlaybookReading Read(string text)
    {
        var (top, broken) = YamlText.Parse(text);
        if (top is null)
        {
            return new PlaybookReading(null, [broken!]);
        }

        var faults = new List<LineFault>();
        var playbook = Read(top, HashOf(text), faults);
        var senseless = PlaybookFaults.Of(playbook).Select(fault => (fault.Question, Line: FaultLines.Of(top, fault))).ToList();
        // What could not be read stands in the playbook as something harmless: what does not make sense near it says nothing.
        faults.AddRange(senseless.Where(fault => faults.Count == 0 || (fault.Question is { } at && IsSound(top, at, faults))).Select(fault => fault.Line).ToList());
        return faults.Count == 0
            ? new PlaybookReading(playbook, [])
            : new PlaybookReading(null, [.. faults.OrderBy(f => f.Line)]);
    }

    /// <summary>A text that was read before, by this release or an earlier one: whether it makes sense was asked then.</summary>
    /// <exception cref="InvalidOperationException">It cannot have been.</exception>
    public static Playbook ReadAgain(string text)
    {
        var faults = new List<LineFault>();
        var playbook = YamlText.Parse(text).Top is { } top ? Read(top, HashOf(text), faults) : null;
        return playbook is not null && faults.Count == 0
            ? playbook
            : throw new InvalidOperationException($"The playbook {HashOf(text)} was stored and cannot be read.");
    }

    /// <summary>Identifies a text: lower-case hexadecimal SHA-256 of its UTF-8 bytes.</summary>
    public static PlaybookHash HashOf(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static Playbook Read(YamlNode top, PlaybookHash hash, List<LineFault> faults)
    {
        var map = new YamlMap(top, PlaybookKeys.Playbook, faults);
        return new Playbook(
            hash,
            new PlaybookId(map.Text("id") ?? ""),
            map.Whole("version") ?? 1,
            map.Text("title") ?? "",
            new Currency(map.Text("currency") ?? ""),
            map.Whole("pursue-at") ?? 0,
            map.Whole("walk-below") ?? 0,
            map.Whole("park-days") ?? 1,
            map.Node("worth") is { } worth ? WorthReader.Read(worth, faults) : null,
            [.. map.Items("questions").Select(item => QuestionReader.Read(item, faults))],
            [.. map.Items("may-not-fit").Select(item => MayNotFit(item, faults))],
            [.. map.Items("lost-reasons").Select(item => LostReason(item, faults))],
            map.Text("goodbye") ?? "");
    }

    private static bool IsSound(YamlNode top, int question, List<LineFault> faults)
    {
        var questions = ((YamlSequenceNode)top["questions"]).Children;
        var (from, to) = (YamlMap.LineOf(questions[question]), question + 1 < questions.Count ? YamlMap.LineOf(questions[question + 1]) : (int)top["questions"].End.Line);
        return !faults.Any(fault => fault.Line >= from && fault.Line < to);
    }

    private static MayNotFit MayNotFit(YamlNode item, List<LineFault> faults)
    {
        var map = new YamlMap(item, PlaybookKeys.MayNotFit, faults);
        return new MayNotFit(new QuestionId(map.Text("if-true") ?? ""), map.Text("say") ?? "");
    }

    private static string LostReason(YamlNode item, List<LineFault> faults)
    {
        if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        faults.Add(new LineFault(YamlMap.LineOf(item), "A lost reason must be a text."));
        return "";
    }
}
