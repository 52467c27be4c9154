using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>The welcome, once a conversation, and the short replies to what is said in passing.</summary>
internal static class Welcoming
{
    public static Decision Welcome(Scene scene) => scene.Conversation.Welcomed ? scene.Unheard() : scene.Say(Card(scene));

    /// <summary>Nobody reads here any more; who adds the bot again is welcomed again.</summary>
    public static Decision TakenOut(Scene scene) => new(scene.Conversation with { Welcomed = false }, []) { TakenOut = true };

    public static Decision Courtesy(Scene scene, Courtesy courtesy) => courtesy switch
    {
        Understanding.Courtesy.Greeting when !scene.Conversation.Welcomed => scene.Say(Card(scene)),
        _ => scene.Say(Cards.Card.Of($"{Reply(scene, courtesy)} {SmallTalk.WhatNow}", Start)),
    };

    public static string Reply(Scene scene, Courtesy courtesy) => courtesy switch
    {
        Understanding.Courtesy.Greeting => SmallTalk.Hello(scene.Person.Name),
        Understanding.Courtesy.Thanks => SmallTalk.YouAreWelcome,
        Understanding.Courtesy.Abuse => SmallTalk.ToAbuse,
        Understanding.Courtesy.Bye => SmallTalk.Bye,
        _ => SmallTalk.NothingSaid,
    };

    private static Card Card(Scene scene)
    {
        var tryThis = scene.Kind switch
        {
            PlaceKind.Thread => SmallTalk.WelcomeThread,
            PlaceKind.GroupChat => SmallTalk.WelcomeGroup,
            PlaceKind.Ephemeral => SmallTalk.WelcomeCommand,
            _ => SmallTalk.WelcomeTry,
        };
        return new Card(
            $"{SmallTalk.WelcomeTitle} {tryThis}",
            [new CardPart.Heading(SmallTalk.WelcomeTitle), new CardPart.Paragraph(SmallTalk.Welcome), new CardPart.Paragraph(tryThis)],
            [Start, Button.Of(ButtonActions.Help, Labels.Help)]);
    }

    private static Button Start => new(ButtonActions.Start, Labels.Qualify, new Dictionary<string, string>(), ButtonStyle.Primary);
}
