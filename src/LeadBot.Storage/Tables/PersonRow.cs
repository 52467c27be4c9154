namespace LeadBot.Storage.Tables;

/// <summary>A person within a workspace; <see cref="Document"/> holds what they set for themselves.</summary>
public sealed class PersonRow
{
    public required string Workspace { get; set; }

    public required string Id { get; set; }

    public required string Document { get; set; }

    /// <summary>Their name as names are compared; null in rows of before this was kept.</summary>
    public string? PlainName { get; set; }

    /// <summary>The linked team channel they were heard in last.</summary>
    public string? Team { get; set; }

    /// <summary>The last day (<see cref="DateOnly.DayNumber"/>) on which a colleague covers an absence of theirs; null: none does.</summary>
    public int? CoveredUntil { get; set; }

    /// <summary>Their direct conversation with the bot; null: none is known yet.</summary>
    public long? DirectConversation { get; set; }

    /// <summary>The channel of <see cref="HeardAt"/>.</summary>
    public string? HeardThrough { get; set; }

    /// <summary>The address of a message of theirs, from which a direct conversation can be opened; kept up to date while there is none.</summary>
    public string? HeardAt { get; set; }

    /// <summary>When their next digest is due, UTC ticks; null: none, as things stand.</summary>
    public long? DigestAt { get; set; }

    /// <summary>Up to when changes of the workspace's limits and calendar are followed in their deals' <see cref="DealRow.AttentionAt"/>, UTC ticks.</summary>
    public long RulesFollowedAt { get; set; }

    /// <summary>Digests in a row of which no button was pressed while they were not away.</summary>
    public int DigestsUnpressed { get; set; }

    /// <summary>When their last digest was made, UTC ticks; null: they never got one.</summary>
    public long? LastDigestAt { get; set; }

    /// <summary>The IANA id of their zone then.</summary>
    public string? LastDigestZone { get; set; }
}
