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

        var pass = new Pass(high: false);
        var playbook = Read(top, HashOf(text), pass);
        var senseless = PlaybookFaults.Of(playbook).AsEnumerable();
        if (pass.Faults.Count > 0)
        {
            senseless = Certain.Of(senseless, playbook, Read(top, HashOf(text), new Pass(high: true)));
        }

        LineFault[] faults = [.. pass.Faults, .. senseless.Select(fault => FaultLines.Of(top, fault))];
        return faults.Length == 0
            ? new PlaybookReading(playbook, [])
            : new PlaybookReading(null, [.. faults.OrderBy(f => f.Line)]);
    }

    /// <summary>A text that was read before, by this release or an earlier one: whether it makes sense was asked then.</summary>
    /// <exception cref="InvalidOperationException">It cannot have been.</exception>
    public static Playbook ReadAgain(string text)
    {
        var pass = new Pass(high: false);
        var playbook = YamlText.Parse(text).Top is { } top ? Read(top, HashOf(text), pass) : null;
        return playbook is not null && pass.Faults.Count == 0
            ? playbook
            : throw new InvalidOperationException($"The playbook {HashOf(text)} was stored and cannot be read.");
    }

    /// <summary>Identifies a text: lower-case hexadecimal SHA-256 of its UTF-8 bytes.</summary>
    public static PlaybookHash HashOf(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static Playbook Read(YamlNode top, PlaybookHash hash, Pass pass)
    {
        var map = new YamlMap(top, PlaybookKeys.Playbook, pass);
        var (questions, mayNotFit, lostReasons) = (map.Items("questions"), map.Items("may-not-fit"), map.Items("lost-reasons"));
        return new Playbook(
            hash,
            new PlaybookId(map.Text("id") ?? pass.Id()),
            map.Whole("version") ?? 1,
            map.Text("title") ?? pass.Id(),
            new Currency(map.Text("currency") ?? "USD"),
            map.Whole("pursue-at") ?? pass.Beyond(),
            map.Whole("walk-below") ?? -pass.Beyond(),
            map.Whole("park-days") ?? 1,
            map.Node("worth") is { } worth ? WorthReader.Read(worth, pass) : null,
            map.IsUnread("questions") ? [QuestionReader.Unread(pass)] : [.. questions.Select(item => QuestionReader.Read(item, pass))],
            [.. mayNotFit.Select(item => MayNotFit(item, pass))],
            map.IsUnread("lost-reasons") ? ["Other"] : [.. lostReasons.Select(item => LostReason(item, pass))],
            map.Text("goodbye") ?? pass.Id());
    }

    private static MayNotFit MayNotFit(YamlNode item, Pass pass)
    {
        var map = new YamlMap(item, PlaybookKeys.MayNotFit, pass);
        return new MayNotFit(new QuestionId(map.Text("if-true") ?? pass.Id()), map.Text("say") ?? pass.Id());
    }

    private static string LostReason(YamlNode item, Pass pass)
    {
        if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        pass.Faults.Add(new LineFault(YamlMap.LineOf(item), "A lost reason must be a text."));
        return pass.Either(pass.Id(), "Other");
    }
}
