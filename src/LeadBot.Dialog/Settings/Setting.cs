using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Settings;

/// <summary>Something a person sets for themselves, or an admin for everybody.</summary>
internal abstract class Setting
{
    public abstract SettingName Name { get; }

    /// <summary>Only admins may change it.</summary>
    public virtual bool ForAdmins => false;

    /// <summary>Its name on the settings card.</summary>
    public abstract string Label { get; }

    /// <summary>Its present value on the settings card.</summary>
    public abstract string Now(Scene scene);

    /// <summary>What is asked when no value was said, with an example and the range.</summary>
    public abstract string Question(Scene scene);

    /// <summary>What the line to fill in is called; null: there is none.</summary>
    public virtual string? Field => null;

    /// <summary>What it may be set to, as buttons below the question.</summary>
    public virtual IEnumerable<Choice> Choices(Scene scene) => [];

    /// <summary>What its bare name sets it to; null: it asks.</summary>
    public virtual string? Alone => null;

    /// <summary>The button on the settings card; without a value it asks.</summary>
    public abstract Choice Change(Scene scene);

    /// <summary>Sets it to what was said or pressed.</summary>
    public abstract Reply Read(Scene scene, string said);

    /// <summary>The name of the person that has to be looked up before <see cref="Read"/>.</summary>
    public virtual string? PersonIn(string said) => null;
}

/// <summary>A button of a setting.</summary>
/// <param name="Value">What it is set to; null: it asks.</param>
internal sealed record Choice(string Label, string? Value = null);

/// <summary>What came of setting something.</summary>
/// <param name="Sentence">What was done, or why nothing was.</param>
internal sealed record Reply(string Sentence)
{
    /// <summary>The value was not understood or is out of range: it is waited for again.</summary>
    public bool Again { get; init; }

    /// <summary>What can be pressed instead.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public Person? Person { get; init; }

    public Workspace? Workspace { get; init; }

    /// <summary>Somebody else who has to know.</summary>
    public Telling? Tell { get; init; }

    public static Reply NotThat(string sentence, params IReadOnlyList<Choice> choices) => new(sentence) { Again = true, Choices = choices };

    public static Reply Noted(string sentence, Person person) => new(sentence) { Person = person };

    public static Reply Noted(string sentence, Workspace workspace) => new(sentence) { Workspace = workspace };
}
