using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>How a person writes amounts, their zone, and, for an admin, the playbook used here.</summary>
internal static class SettingsTalk
{
    private const string Amounts = "amounts";
    private const string Zone = "zone";
    private const string PlaybookHere = "playbook";

    /// <summary>"settings", alone or with what to set: "settings zone Berlin".</summary>
    public static Decision Typed(Scene scene, string? rest)
    {
        if (string.IsNullOrWhiteSpace(rest))
        {
            return Show(scene);
        }

        var (name, value) = rest.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, var second] ? (first, second) : (rest.Trim(), null);
        return Options.Read(name, [Amounts, Zone, PlaybookHere]) switch
        {
            OptionSaid.Chosen { Index: 0 } => SetAmounts(scene, value),
            OptionSaid.Chosen { Index: 1 } => value is null ? AskZone(scene) : SetZone(scene, value, 0),
            OptionSaid.Chosen => value is null ? AskPlaybook(scene) : SetPlaybook(scene, value),
            _ => scene.Say(Card.Of(SettingsWords.UnknownSetting)),
        };
    }

    public static Decision Awaited(Scene scene, Waiting.Setting waiting, string text) =>
        waiting.Name == Zone ? SetZone(scene, text, waiting.Misses) : SetPlaybook(scene, text);

    public static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields)
    {
        var value = fields.GetValueOrDefault(ButtonFields.Value) ?? fields.GetValueOrDefault(ButtonFields.Note);
        return fields.GetValueOrDefault(ButtonFields.Setting) switch
        {
            Amounts => SetAmounts(scene, value),
            Zone => value is null ? AskZone(scene) : SetZone(scene, value, 0),
            PlaybookHere => value is null ? AskPlaybook(scene) : SetPlaybook(scene, value),
            _ => Show(scene),
        };
    }

    public static Decision Show(Scene scene)
    {
        var playbook = Starting.InUse(scene);
        var other = scene.Language == AmountLanguage.PointDecimal ? AmountLanguage.CommaDecimal : AmountLanguage.PointDecimal;
        var buttons = new List<Button>
        {
            Set(SettingsWords.WriteAmounts(other), Amounts, other.ToString()),
            Set(SettingsWords.ChangeZone, Zone),
        };
        if (IsAdmin(scene))
        {
            buttons.Add(Set(SettingsWords.ChangePlaybook, PlaybookHere));
        }

        var facts = new CardPart.Facts(
        [
            new Fact(SettingsWords.AmountsLabel, SettingsWords.Example(scene.Language)),
            new Fact(SettingsWords.ZoneLabel, Zones.Say(scene.Person.TimeZone)),
            new Fact(OfChannel(scene) is null ? SettingsWords.PlaybookLabel : SettingsWords.PlaybookHereLabel, $"{playbook.Title} ({playbook.Id})"),
        ]);
        return scene.Say(new Card(
            $"{SettingsWords.Title}: {string.Join(", ", facts.Items.Select(f => $"{f.Label}: {f.Value}"))}.",
            [new CardPart.Heading(SettingsWords.Title), facts],
            buttons));
    }

    /// <summary>What was waited for before settings came between.</summary>
    private static Waiting Before(Scene scene) => scene.Conversation.Waiting is Waiting.Setting setting ? setting.Before : scene.Conversation.Waiting;

    private static Decision SetAmounts(Scene scene, string? said)
    {
        AmountLanguage? language = said?.Trim() switch
        {
            nameof(AmountLanguage.PointDecimal) or SettingsWords.PointDecimal => AmountLanguage.PointDecimal,
            nameof(AmountLanguage.CommaDecimal) or SettingsWords.CommaDecimal => AmountLanguage.CommaDecimal,
            _ => null,
        };
        return language is { } chosen
            ? scene.Say(Before(scene), Card.Of(SettingsWords.AmountsSet(chosen))) with { Person = scene.Person with { Amounts = chosen } }
            : Show(scene);
    }

    private static Decision AskZone(Scene scene, string? above = null, int misses = 0)
    {
        var text = above ?? SettingsWords.AskZone;
        return scene.Say(
            new Waiting.Setting(Zone, Before(scene), misses),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, SettingsWords.ZoneField)],
                [Set(Labels.Save, Zone)]));
    }

    private static Decision SetZone(Scene scene, string said, int misses)
    {
        if (Zones.Read(said) is not { } zone)
        {
            return AskZone(scene, SettingsWords.ZoneAgain(misses + 1), misses + 1);
        }

        var person = scene.Person with { TimeZone = zone, TimeZoneIsTheirs = true };
        var clock = TimeZoneInfo.ConvertTime(scene.Input.Now, person.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);
        return scene.Say(Before(scene), Card.Of(SettingsWords.ZoneSet(Zones.Say(zone), clock))) with { Person = person };
    }

    private static Decision AskPlaybook(Scene scene) => IsAdmin(scene)
        ? scene.Say(new Waiting.Setting(PlaybookHere, Before(scene)), Card.Of(SettingsWords.WhichPlaybook, [.. Playbooks(scene).Select(p => Set(p.Title, PlaybookHere, p.Id.Value))]))
        : scene.Say(Card.Of(SettingsWords.OnlyAdmin));

    private static Decision SetPlaybook(Scene scene, string said)
    {
        if (!IsAdmin(scene))
        {
            return scene.Say(Before(scene), Card.Of(SettingsWords.OnlyAdmin));
        }

        var playbooks = Playbooks(scene);
        var chosen = playbooks.Find(p => p.Id.Value.Equals(said.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? (Options.Read(said, [.. playbooks.Select(p => p.Title)]) is OptionSaid.Chosen option ? playbooks[option.Index] : null);
        if (chosen is null)
        {
            return scene.Say(Card.Of(DealWords.UnknownPlaybook(said.Trim(), playbooks.Select(p => p.Id.Value))));
        }

        var workspace = scene.Input.Workspace;
        workspace = OfChannel(scene) is { } channel
            ? workspace with { ChannelPlaybooks = new Dictionary<string, PlaybookId>(workspace.ChannelPlaybooks) { [channel] = chosen.Id } }
            : workspace with { Playbook = chosen.Id };
        return scene.Say(Before(scene), Card.Of(SettingsWords.PlaybookSet(chosen.Title))) with { Workspace = workspace };
    }

    private static List<Playbook> Playbooks(Scene scene) => [.. scene.Input.Playbooks.Newest.Values.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];

    private static string? OfChannel(Scene scene) => scene.Kind == PlaceKind.Thread ? scene.Input.Message.Place.TeamChannel : null;

    private static bool IsAdmin(Scene scene) => scene.Input.Workspace.Admin == scene.Person.Id;

    private static Button Set(string label, string setting, string? value = null)
    {
        var fields = new Dictionary<string, string> { [ButtonFields.Setting] = setting };
        if (value is not null)
        {
            fields[ButtonFields.Value] = value;
        }

        return new Button(ButtonActions.Set, Labels.Fit(label), fields);
    }
}
