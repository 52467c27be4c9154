using System.Globalization;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>"audit": what admins did, newest first, for an admin.</summary>
internal static class AuditTalk
{
    /// <summary>The line a pressed button goes on after.</summary>
    public static long? Before(Said.Pressed pressed) =>
        pressed.Action == ButtonActions.Audit && long.TryParse(pressed.Fields.GetValueOrDefault(ButtonFields.Value), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null;

    public static Decision Show(Scene scene)
    {
        if (!AdminOnly.Allows(scene))
        {
            return scene.Press is null ? scene.Say(Card.Of(AdminOnly.Refusal(scene))) : scene.Aside(AdminOnly.Refusal(scene));
        }

        var lines = scene.Input.Audit.Take(TurnNeeds.MostAudited).ToList();
        if (lines.Count == 0)
        {
            return scene.Say(Card.Of(AuditWords.Nothing));
        }

        var facts = lines.Select(line => new Fact(AuditWords.When(line, Who(scene, line), scene.Person, scene.Input.Now), AuditWords.What(line, id => scene.Find(new Domain.PersonId(id))?.Name)));
        var older = new Button(ButtonActions.Audit, AuditWords.Older, new Dictionary<string, string> { [ButtonFields.Value] = lines[^1].Id.ToString(CultureInfo.InvariantCulture) });
        return scene.Say(new Card(
            AuditWords.Title,
            [new CardPart.Heading(AuditWords.Title), new CardPart.Facts([.. facts])],
            scene.Input.Audit.Count > lines.Count ? [older] : []));
    }

    private static string Who(Scene scene, AuditLine line) => line.By is { } by ? Finding.NameOf(scene, by) : AuditWords.Nobody(line.Act);
}
