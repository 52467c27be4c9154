using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>The settings as cards: what is set now, and a button for each.</summary>
internal static class SettingsCards
{
    /// <summary>The value of the button that opens the workspace's card.</summary>
    public const string OfWorkspace = "workspace";

    /// <summary>Opens the person's card.</summary>
    public static Button Open { get; } = Cards.Button.Of(ButtonActions.Settings, Labels.Settings);

    public static Card Person(Scene scene, string? above = null)
    {
        var playbook = Starting.InUse(scene);
        var settings = EverySetting.OfPerson;
        return Draw(
            SettingsWords.Title,
            above,
            [.. settings.Select(s => new Fact(s.Label, s.Now(scene))), new Fact(PlaybookSetting.Channel(scene) is null ? SettingsWords.PlaybookLabel : SettingsWords.PlaybookHereLabel, SettingsWords.Playbook(playbook.Title, playbook.Id.Value))],
            [
                .. settings.Select(s => Button(s, s.Change(scene))),
                Opens(OfWorkspace, SettingsWords.WorkspaceTitle),
            ]);
    }

    /// <summary>Everybody may see it; the buttons are for admins.</summary>
    public static Card Workspace(Scene scene, string? above = null) => Draw(
        SettingsWords.WorkspaceTitle,
        above ?? (AdminOnly.Allows(scene) ? null : AdminOnly.Refusal(scene)),
        [.. EverySetting.OfWorkspace.Select(s => new Fact(s.Label, s.Now(scene)))],
        AdminOnly.Allows(scene) ? [.. EverySetting.Groups.Select(group => Opens(group.Id, group.Title)), Open] : [Open]);

    /// <summary>Those of the workspace's that belong together, with a button for each.</summary>
    public static Card Group(Scene scene, SettingGroup group, string? above = null) => Draw(
        group.Title,
        above,
        [.. group.Settings.Select(s => new Fact(s.Label, s.Now(scene)))],
        [.. AdminOnly.Allows(scene) ? group.Settings.Select(s => Button(s, s.Change(scene))) : [], Opens(OfWorkspace, SettingsWords.WorkspaceTitle)]);

    /// <summary>The card the setting stands on, as it is now that something was set.</summary>
    public static Card After(Scene scene, Setting setting, Reply reply)
    {
        var card = EverySetting.Groups.FirstOrDefault(group => group.Settings.Contains(setting)) is { } group
            ? Group(scene, group, reply.Sentence)
            : Person(scene, reply.Sentence);
        return card with { Buttons = [.. reply.Choices.Select(c => Button(setting, c)), .. card.Buttons] };
    }

    /// <summary>Asks for a value: to press, to fill in, or to type.</summary>
    public static Card Ask(Setting setting, string text, IEnumerable<Choice> choices)
    {
        var buttons = choices.Select(choice => Button(setting, choice)).ToList();
        return setting.Field is { } field
            ? new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, field)],
                [Button(setting, new Choice(Labels.Save)), .. buttons])
            : Card.Of(text, buttons);
    }

    public static Button Button(Setting setting, Choice choice)
    {
        var fields = new Dictionary<string, string> { [ButtonFields.Setting] = EverySetting.Id(setting.Name) };
        if (choice.Value is not null)
        {
            fields[ButtonFields.Value] = choice.Value;
        }

        return new Button(ButtonActions.Set, Labels.Fit(choice.Label), fields);
    }

    private static Button Opens(string what, string label) => new(ButtonActions.Set, label, new Dictionary<string, string> { [ButtonFields.Value] = what });

    private static Card Draw(string title, string? above, IReadOnlyList<Fact> facts, IReadOnlyList<Button> buttons) => new(
        above ?? $"{title}: {string.Join("; ", facts.Select(f => $"{f.Label}: {f.Value}"))}.",
        above is null
            ? [new CardPart.Heading(title), new CardPart.Facts(facts)]
            : [new CardPart.Paragraph(above), new CardPart.Heading(title), new CardPart.Facts(facts)],
        buttons);
}
