namespace LeadBot.Storage.Tables;

/// <summary>A conversation with waiting messages. Whoever holds its lease sends them; nobody else does.</summary>
public sealed class DeliveryRow
{
    public long Conversation { get; set; }

    public required string Workspace { get; set; }

    /// <summary>UTC ticks; nobody holds it from then on.</summary>
    public long LeaseUntil { get; set; }

    /// <summary>UTC ticks; the pace and the channel's wish to be left alone.</summary>
    public long NextSendAt { get; set; }

    /// <summary>Failures since the last message that arrived.</summary>
    public int Attempts { get; set; }
}
