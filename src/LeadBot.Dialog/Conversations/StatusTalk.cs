using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>How delivery is, for an admin who asks.</summary>
internal static class StatusTalk
{
    /// <summary>Null in the middle of a question and for those who are no admin: they ask about their deal.</summary>
    public static Decision? Show(Scene scene)
    {
        if (scene.Conversation.Waiting is Waiting.AnswerTo || scene.Input.Status is not { } status || !scene.Input.Workspace.IsAdmin(scene.Person.Id))
        {
            return null;
        }

        var facts = new List<Fact> { new(StatusWords.Waiting, StatusWords.Queue(status, scene.Input.Now)), new(StatusWords.GivenUp, StatusWords.Dead(status.DeadCount)) };
        facts.AddRange(status.Dead.Select(dead => new Fact(StatusWords.At(dead.At, scene.Person, scene.Input.Now), StatusWords.DeadLetter(dead.Channel, dead.Why))));
        facts.Add(new Fact(StatusWords.Digests, StatusWords.Last(status.Digests, scene.Person, scene.Input.Now)));
        return scene.Say(new Card(
            StatusWords.Summary(status, scene.Input.Now),
            [new CardPart.Heading(StatusWords.Title, status.DeadCount > 0 ? Tone.Warning : Tone.Good), new CardPart.Facts(facts)],
            []));
    }
}
