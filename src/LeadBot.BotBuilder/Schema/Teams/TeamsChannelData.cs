namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity.</summary>
public sealed class TeamsChannelData
{
    public ChannelInfo? Channel { get; set; }

    public TeamInfo? Team { get; set; }

    public TenantInfo? Tenant { get; set; }
}

/// <summary>A channel of a team.</summary>
public sealed class ChannelInfo
{
    public string? Id { get; set; }
}

/// <summary>A team.</summary>
public sealed class TeamInfo
{
    public string? Id { get; set; }
}

/// <summary>A tenant.</summary>
public sealed class TenantInfo
{
    public string? Id { get; set; }
}
