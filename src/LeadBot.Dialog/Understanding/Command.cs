namespace LeadBot.Dialog.Understanding;

/// <summary>What a person can ask for in words. Names are as typed: <see cref="Names.Clean"/> makes a deal's name of one.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <param name="Name">Null when none was said.</param>
    /// <param name="Playbook">What followed "with", lower-case.</param>
    /// <param name="Whole">
    /// Everything said, "with" and what followed it included, for when there is no such playbook: "Dining with Friends" is a name.
    /// Null without "with", and when quotes or the word "playbook" leave no doubt.
    /// </param>
    public sealed record Qualify(string? Name, string? Playbook, string? Whole = null) : Command;

    public sealed record Continue(string? Name) : Command;

    public sealed record Help : Command;

    /// <param name="Rest">What followed, as typed: "zone Berlin".</param>
    public sealed record Settings(string? Rest) : Command;

    /// <summary>How delivery is, for an admin; where a deal stands, for everybody else.</summary>
    public sealed record Status : Command;

    public sealed record Cancel : Command;

    /// <param name="Name">Null: the deal being talked about.</param>
    /// <param name="Reason">What followed a colon, comma, dash or "because".</param>
    public sealed record Lose(string? Name, string? Reason) : Command;

    /// <param name="Name">Null: the deal being talked about.</param>
    /// <param name="Until">What followed "until" or "for", for <see cref="Dates"/> to read.</param>
    public sealed record Park(string? Name, string? Until) : Command;

    public sealed record Keep : Command;

    public sealed record Edit : Command;

    /// <param name="Name">Null: the deal being talked about.</param>
    public sealed record Verdict(string? Name) : Command;

    /// <summary>Something about a deal, its name said first, or none for the deal being talked about; only who knows the names can tell where it ends.</summary>
    /// <param name="Rest">What followed, as typed: "Acme tuesday send the quote". Empty: nothing did.</param>
    /// <param name="Hours">For <see cref="DealVerb.Log"/>, when they were said before the name.</param>
    /// <param name="It">"it" was said: the deal being talked about, whatever follows.</param>
    public sealed record OnDeal(DealVerb Verb, string Rest, decimal? Hours = null, bool It = false) : Command;

    /// <summary>The person's deals.</summary>
    public sealed record Deals : Command;

    public sealed record Undo : Command;

    /// <summary>The reminders to come.</summary>
    public sealed record Reminders : Command;

    /// <summary>A deal deleted for good.</summary>
    /// <param name="Name">Null: the deal being talked about.</param>
    public sealed record ForgetDeal(string? Name) : Command;

    /// <summary>A person deleted for good.</summary>
    /// <param name="Said">Their name or id, without "@"; "me".</param>
    public sealed record ForgetPerson(string Said) : Command;

    /// <summary>What admins did.</summary>
    public sealed record Audit : Command;
}

/// <summary>What can be done with a deal by its name.</summary>
public enum DealVerb
{
    Card,
    History,
    Log,
    Next,
    Won,
    Reopen,
    Stage,
    Rename,
    Give,
    Value,
}
