using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>Settings, typed or pressed: shown, asked for, set.</summary>
internal static class SettingsTalk
{
    /// <summary>"settings", alone or with what to set: "settings zone Berlin", "mute until monday".</summary>
    public static Decision Typed(Scene scene, string? rest)
    {
        if (string.IsNullOrWhiteSpace(rest))
        {
            return Show(scene);
        }

        return SettingsSaid.IsWorkspace(rest) ? ShowWorkspace(scene)
            : SettingsSaid.Read(rest) is { } said ? Set(scene, EverySetting.Of(said.Name), said.Value ?? EverySetting.Of(said.Name).Alone)
            : scene.Say(Waiting.Setting.WhichOne(scene.Conversation.Waiting), Card.Of(SettingsWords.UnknownSetting(AdminOnly.Allows(scene)), SettingsCards.Open));
    }

    /// <summary>The name of the person a typed setting is about, who has to be looked up first; null when it is about nobody.</summary>
    public static string? PersonIn(string text, Waiting waiting) => Commands.Read(text) switch
    {
        Command.Settings { Rest: { } rest } => Named(SettingsSaid.Read(rest)),
        null when waiting is Waiting.Setting { Name: Waiting.Setting.Any } => Named(SettingsSaid.Read(text)),
        null when waiting is Waiting.Setting setting => EverySetting.Find(setting.Name)?.PersonIn(text),
        _ => null,
    };

    /// <summary>The same of a pressed one.</summary>
    public static string? PersonIn(Said.Pressed pressed) =>
        pressed.Action == ButtonActions.Set && Value(pressed.Fields) is { } value ? EverySetting.Find(pressed.Fields.GetValueOrDefault(ButtonFields.Setting))?.PersonIn(value) : null;

    /// <summary>A value that was asked for.</summary>
    public static Decision Awaited(Scene scene, Waiting.Setting waiting, string text) =>
        EverySetting.Find(waiting.Name) is { } setting ? Set(scene, setting, text, waiting.Misses) : Typed(scene, text);

    /// <summary>After the settings were shown a setting's bare name is enough; null when the text is something else.</summary>
    public static Decision? After(Scene scene, Waiting before, string text)
    {
        if (SettingsSaid.IsWorkspace(text))
        {
            return ShowWorkspace(scene);
        }

        if (SettingsSaid.Read(text) is not { } said)
        {
            return null;
        }

        // In the middle of something else only what is surely a setting counts.
        var setting = EverySetting.Of(said.Name);
        return before is Waiting.Nothing || said.Value is null || !setting.Read(scene, said.Value).Again ? Set(scene, setting, said.Value ?? setting.Alone) : null;
    }

    public static Decision Pressed(Scene scene, IReadOnlyDictionary<string, string> fields) =>
        EverySetting.Find(fields.GetValueOrDefault(ButtonFields.Setting)) is { } setting
            ? Set(scene, setting, Value(fields))
            : fields.GetValueOrDefault(ButtonFields.Value) is not { } opened ? Show(scene)
            : opened == SettingsCards.OfWorkspace ? ShowWorkspace(scene)
            : EverySetting.Groups.FirstOrDefault(group => group.Id == opened) is { } group ? scene.Say(Waiting.Setting.WhichOne(scene.Conversation.Waiting), SettingsCards.Group(scene, group))
            : Show(scene);

    /// <summary>What the person set for themselves.</summary>
    public static Decision Show(Scene scene) => scene.Say(Waiting.Setting.WhichOne(scene.Conversation.Waiting), SettingsCards.Person(scene));

    private static string? Named(SettingSaid? said) => said is { Value: { } value } ? EverySetting.Of(said.Value.Name).PersonIn(value) : null;

    private static string? Value(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault(ButtonFields.Value) ?? fields.GetValueOrDefault(ButtonFields.Note);

    private static Decision ShowWorkspace(Scene scene) => scene.Say(Waiting.Setting.WhichOne(scene.Conversation.Waiting), SettingsCards.Workspace(scene));

    private static Decision Set(Scene scene, Setting setting, string? value, int misses = 0)
    {
        if (setting.ForAdmins && !AdminOnly.Allows(scene))
        {
            var refusal = AdminOnly.Refusal(scene);
            return scene.Press is not null ? scene.Aside(refusal) : scene.Say(Before(scene), Card.Of(refusal));
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            return Ask(scene, setting, setting.Question(scene), setting.Choices(scene), misses);
        }

        var reply = setting.Read(scene, value.Trim());
        if (reply.Again)
        {
            // The same sentence twice in a row helps nobody.
            return misses % 2 == 0
                ? Ask(scene, setting, reply.Sentence, reply.Choices, misses + 1)
                : Ask(scene, setting, setting.Question(scene), setting.Choices(scene), misses + 1);
        }

        var after = scene with { Input = scene.Input with { Person = reply.Person ?? scene.Person, Workspace = reply.Workspace ?? scene.Input.Workspace } };
        return scene.Show(Before(scene), scene.Press is { CanRedraw: true } ? SettingsCards.After(after, setting, reply) : Card.Of(reply.Sentence, [.. reply.Choices.Select(c => SettingsCards.Button(setting, c))])) with
        {
            Person = reply.Person,
            Workspace = reply.Workspace,
            Tell = reply.Tell is { } tell ? [tell] : [],
        };
    }

    private static Decision Ask(Scene scene, Setting setting, string text, IEnumerable<Choice> choices, int misses)
    {
        var card = SettingsCards.Ask(setting, text, choices);
        // Nothing to press and nothing to fill in: it was no question.
        return scene.Say(card.Buttons.Count == 0 ? Before(scene) : new Waiting.Setting(EverySetting.Id(setting.Name), Before(scene), misses), card);
    }

    /// <summary>What was waited for before settings came between.</summary>
    private static Waiting Before(Scene scene) => scene.Conversation.Waiting is Waiting.Setting setting ? setting.Before : scene.Conversation.Waiting;
}
