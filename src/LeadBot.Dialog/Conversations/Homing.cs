using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Dialog.Conversations;

/// <summary>A person's own page: drawn when they look at it, and nothing else is said there.</summary>
internal static class Homing
{
    public static Decision Decide(Scene scene) =>
        scene is { Input: { Message.Said: Said.HomeOpened, Home: { } home } } ? scene.Say(HomeCard.Draw(scene, home)) : scene.Unheard();
}

/// <summary>What a person's own page shows besides their deals.</summary>
/// <param name="Direct">Their direct conversation with the bot; null: there is none.</param>
/// <param name="Lost">How many deals they lost within <see cref="FreedDays"/>.</param>
/// <param name="HoursFreed">Hours freed by those.</param>
/// <param name="Exceptions">For whom they concern (<see cref="Workspace.MayHearExceptions"/>): everything raised about the reps they look after.</param>
public sealed record HomeInput(Conversation? Direct, int Lost, decimal HoursFreed, IReadOnlyList<RaisedNow> Exceptions)
{
    /// <summary>Over how many days hours freed are counted.</summary>
    public const int FreedDays = 90;
}
