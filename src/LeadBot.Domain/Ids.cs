namespace LeadBot.Domain;

/// <summary>One Slack workspace, one Teams tenant, or the local one: <c>msteams:TENANT</c>, <c>local</c>. Everything belongs to one.</summary>
public readonly record struct WorkspaceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person within a workspace, by the channel's own stable id (for Teams the Entra object id).</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A deal: a UUID, time-ordered.</summary>
public readonly record struct DealId(Guid Value)
{
    /// <summary>The id as it travels in buttons: 32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DealId? Read(string? text) => Guid.TryParseExact(text, "N", out var value) ? new DealId(value) : null;
}

/// <summary>A playbook's name for itself: <c>lose-fast</c>. Lower-case letters, digits and hyphens.</summary>
public readonly record struct PlaybookId(string Value)
{
    /// <summary>The one used where neither the channel nor the workspace has one of its own.</summary>
    public static readonly PlaybookId Default = new("lose-fast");

    public override string ToString() => Value;
}

/// <summary>A playbook's content: lower-case hexadecimal SHA-256 of its text. Two texts that differ are two playbooks.</summary>
public readonly record struct PlaybookHash(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A question within its playbook: <c>can-use</c>.</summary>
public readonly record struct QuestionId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>An outcome within its question: <c>never</c>.</summary>
public readonly record struct OutcomeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>An ISO 4217 code: <c>USD</c>.</summary>
public readonly record struct Currency(string Code)
{
    public override string ToString() => Code;
}
