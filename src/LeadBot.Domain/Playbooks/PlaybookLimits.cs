namespace LeadBot.Domain.Playbooks;

/// <summary>How large a playbook may be.</summary>
public static class PlaybookLimits
{
    /// <summary>Questions of a playbook.</summary>
    public const int Questions = 20;

    /// <summary>Outcomes of a question.</summary>
    public const int Outcomes = 12;

    /// <summary>Points of an outcome, either way; the order of questions is computed on sums of this size.</summary>
    public const int Points = 100;

    /// <summary>Characters of an option's text or a lost reason: it must fit a button (Slack: 75).</summary>
    public const int Label = 60;

    /// <summary>Characters of an id, since ids travel in buttons.</summary>
    public const int Id = 40;

    /// <summary>Characters of any longer text.</summary>
    public const int Text = 600;

    /// <summary>Seconds of a question.</summary>
    public const int Seconds = 3600;

    /// <summary>Days to park, or of a date band.</summary>
    public const int Days = 730;

    /// <summary>Lost reasons.</summary>
    public const int LostReasons = 20;
}
