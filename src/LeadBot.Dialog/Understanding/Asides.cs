using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Something said within a question that is not an answer to it.</summary>
public enum Aside
{
    DontKnow,
    Back,

    /// <summary>Why is this asked?</summary>
    Why,

    /// <summary>What is the verdict so far?</summary>
    SoFar,
    Cancel,
    Restart,

    /// <summary>Change an earlier answer.</summary>
    Edit,
    Continue,
    Help,

    /// <summary>Show what can be answered.</summary>
    Options,
}

/// <summary>Reads asides. Only a message that is nothing else counts: "back office tool" and "why not" are answers.</summary>
public static partial class Asides
{
    private static readonly PhraseList<Aside> Known = new PhraseList<Aside>()
        .Add(Aside.DontKnow, "dont know|dont kno|do not know|didnt know|dont no|dunno|dont know that|dont know it|dont know about that|no idea|not a clue|no clue|idk|not sure|unsure|unknown|not known|not certain|uncertain|unclear"
            + "|havent asked|havent asked them|have not asked|not asked|didnt ask|did not ask|need to ask|have to ask|will ask|ill ask|they havent said|they didnt say|they did not say|they wont say|they wouldnt say|they dont say|didnt say|they didnt say anything|they havent said anything|they havent told me|they didnt tell me"
            + "|nothing said|nothing was said|nothing has been said|said nothing|they said nothing|they have said nothing|they say nothing|they told me nothing|they mentioned nothing|dk|d k|n k"
            + "|cant say|cannot say|cant tell|hard to say|hard to tell|who knows|no one knows|nobody knows|let me ask|let me ask them|need to ask them|not known yet|beats me|skip|skip it|skip this|skip question|skip this question|skip that|pass|no answer|tbd|n a|no info|no information|not clear|weiss nicht|weiss ich nicht|keine ahnung|unbekannt|no lo se|je ne sais pas")
        .Add(Aside.Back, "back|go back|previous|previous question|one back|step back|back one|last question|back to the last question|zuruck")
        .Add(Aside.Why, "why|why this|why this question|why that|why that question|why do you ask|why do you ask that|why do you ask this|why are you asking|why are you asking this|why do you want to know|why do you need that|why do you need to know|why ask|how come|explain|explain this|explain the question|what do you mean|what does that mean|what does this mean|dont understand|dont understand the question|huh|whats this for|what is this for|what is that for|warum")
        .Add(Aside.SoFar, "verdict|verdict so far|the verdict|the verdict so far|whats the verdict|what is the verdict|show verdict|show the verdict|show me the verdict|so far|score|score so far|where are we|where do we stand|how does it look|how is it looking")
        .Add(Aside.Cancel, "cancel|cancel it|cancel this|cancel that|stop|stop it|stop this|stop here|quit|exit|nevermind|never mind|abort|leave it|leave it there|forget it|forget that|lets stop|enough|abbrechen|stopp")
        .Add(Aside.Restart, "restart|start over|start again|start anew|from the top|from the start|from the beginning|begin again|start from scratch|reset|neu anfangen")
        .Add(Aside.Edit, "edit|edit it|edit answer|edit answers|edit an answer|edit my answer|edit the answer|edit an earlier answer|change|change answer|change an answer|change my answer|change my answers|change the answer|change an earlier answer|correct an answer|fix an answer")
        .Add(Aside.Continue, "continue|resume|go on|carry on|keep going|lets continue|proceed|weiter")
        .Add(Aside.Help, "help|help me|i need help|hilfe|commands|what can i do|what can i say|what can you do|what now|how does this work|how do you work")
        .Add(Aside.Options, "options|show options|show the options|show me the options|what are the options|what are my options|which options|choices|show choices|what are the choices|buttons|show buttons|show the buttons|what can i answer|what can i choose");

    /// <summary>The aside, or null when the text is something else. A message of question marks asks for help.</summary>
    public static Aside? Read(string text)
    {
        if (text.Trim() is { Length: > 0 } said && said.All(c => c is '?' or ' '))
        {
            return Aside.Help;
        }

        var plain = Spoken.Plain(text);
        return plain.Length == 0 ? null : Known.Find(plain) ?? Known.Find(Politeness().Replace(plain, "").Trim());
    }

    [GeneratedRegex("^(?:(?:i would like to|i have|ive got|ive|have|id like to|i want to|i am|im|i|we|honestly|sorry|well|hmm|hm|um|uh|please|pls|really|just|ok|okay|actually|can we|can i|could we|lets|can you|tbh|still) )+|(?: (?:yet|please|pls|sorry|really|honestly|tbh|thanks|thank you|right now|at the moment|so far|though|for now|currently|either))+$")]
    private static partial Regex Politeness();
}
