using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>Changing an answer, even after the verdict.</summary>
internal static class Editing
{
    public static Decision AskWhich(Scene scene, int misses = 0)
    {
        var answered = Answered(scene);
        if (answered.Count == 0)
        {
            return scene.Say(Card.Of(DealWords.NothingToEdit));
        }

        if (answered.Count == 1)
        {
            return Asking.Ask(scene, answered[0]);
        }

        return scene.Say(
            new Waiting.AnswerToEdit(misses),
            Card.Of(misses == 0 ? DealWords.WhichAnswer(scene.Deal!.Name) : DealWords.WhichAnswerAgain(misses), [.. answered.Select(question =>
                scene.Button(ButtonActions.EditAnswer, question.Ask, data: (ButtonFields.Question, question.Id.Value)))]));
    }

    public static Decision Typed(Scene scene, Waiting.AnswerToEdit waiting, string text)
    {
        var answered = Answered(scene);
        var said = Options.Read(text, [.. answered.Select(q => q.Ask)]) ?? Options.Read(text, [.. answered.Select(q => q.Id.Value)]);
        return said is OptionSaid.Chosen chosen
            ? Asking.Ask(scene, answered[chosen.Index])
            : AskWhich(scene, waiting.Misses + 1);
    }

    private static List<Question> Answered(Scene scene) =>
        [.. scene.Deal!.Qualification!.Answers.Select(a => scene.Playbook!.Find(a.Question)).OfType<Question>()];
}
