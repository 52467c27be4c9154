using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads what a contact came to, where the words are those of the buttons or their like.</summary>
public static class TouchSaid
{
    private static readonly PhraseList<TouchKind> Kinds = new PhraseList<TouchKind>()
        .Add(TouchKind.Progress, "it moved|moved|no it moved|progress|it moved on|it moved forward|it progressed|there was progress|we moved forward|moved forward|forward|moved on|moved ahead|has moved|just moved")
        .Add(TouchKind.PutOff, "they put me off|put off|putoff|a put off|yes they put me off|they put us off|put me off|they put it off|put us off|has put me off|just put me off|put it off")
        .Add(TouchKind.NoContact, "no contact|nobody reached|not reached|reached nobody|no answer|nobody answered|voicemail|no one reached|they did not answer|they didnt answer|they ghosted me|they ghosted us|they are ghosting me|they re ghosting me|they have ghosted me|they ve ghosted me|has ghosted me|have ghosted me|ghosted me|ghosted us|ghosted|got ghosted|i got ghosted|i was ghosted");

    /// <summary>What it came to, or null when the message says anything else.</summary>
    public static TouchKind? Read(string text) => Kinds.Find(Spoken.Plain(text));
}
