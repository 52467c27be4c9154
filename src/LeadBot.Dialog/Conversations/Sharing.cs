using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>Posts a verdict into the linked channel of the person's team.</summary>
internal static class Sharing
{
    public static Decision Share(Scene scene)
    {
        var channels = scene.Input.Workspace.Channels;
        return scene.Person.Team is { } team && channels.ContainsKey(team) ? Post(scene, team)
            : channels.Count == 1 ? Post(scene, channels.Keys.First())
            : channels.Count == 0 ? scene.Say(Card.Of(DealWords.NowhereToShare))
            : scene.Say(Card.Of(DealWords.ShareWhere, [.. channels.OrderBy(c => c.Value.Name, StringComparer.OrdinalIgnoreCase).Take(10)
                .Select(c => scene.Button(ButtonActions.ShareIn, c.Value.Name, data: (ButtonFields.Channel, c.Key)))]));
    }

    /// <summary>A channel that was unlinked meanwhile is asked for again.</summary>
    public static Decision In(Scene scene, string? channel) =>
        channel is not null && scene.Input.Workspace.Channels.ContainsKey(channel) ? Post(scene, channel) : Share(scene);

    private static Decision Post(Scene scene, string channel) => scene.Qualifying is not { } qualifying || qualifying.State.Verdict is null
        ? scene.Say(Card.Of(DealWords.NothingToShare))
        : scene.Say(Card.Of(DealWords.Shared(scene.Input.Workspace.Channels[channel].Name))) with
        {
            Post = [new ChannelPost(channel, VerdictCard.ForTeam(scene))],
        };
}
