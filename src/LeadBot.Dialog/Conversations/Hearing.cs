using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>Who is heard: in a thread or a group chat, while something is going on, only the person who started it.</summary>
internal static class Hearing
{
    /// <summary>A group chat has no threads; somebody silent this long no longer holds it.</summary>
    private static readonly TimeSpan HoldsGroupChat = TimeSpan.FromHours(12);

    /// <summary>The refusal, or null when the sender is heard.</summary>
    public static Decision? Refusal(Scene scene)
    {
        var conversation = scene.Conversation;
        if (IsTheirsAlone(scene) || conversation.Starter is not { } starter || starter.Id == scene.Person.Id
            || !conversation.IsUnderWay
            || (scene.Kind == PlaceKind.GroupChat && scene.Input.Now - conversation.LastHeard > HoldsGroupChat))
        {
            return null;
        }

        return scene.Aside(scene.Kind == PlaceKind.GroupChat ? SmallTalk.OneAtATime(starter.Name) : SmallTalk.OnlyStarter(starter.Name));
    }

    /// <summary>The conversation with the sender as the one who is heard from now on.</summary>
    public static Conversation StartedBy(Scene scene) =>
        IsTheirsAlone(scene) ? scene.Conversation : scene.Conversation with { Starter = new Starter(scene.Person.Id, scene.Person.Name) };

    private static bool IsTheirsAlone(Scene scene) => scene.Kind is PlaceKind.Direct or PlaceKind.Ephemeral or PlaceKind.Home;
}
