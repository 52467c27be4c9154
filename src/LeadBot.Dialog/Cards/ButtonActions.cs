namespace LeadBot.Dialog.Cards;

/// <summary>Every action a button can carry: what is rendered can be read.</summary>
public static class ButtonActions
{
}
