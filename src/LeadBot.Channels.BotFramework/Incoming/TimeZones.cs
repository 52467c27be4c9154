namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>Time zones as clients name them.</summary>
internal static class TimeZones
{
    /// <summary>The IANA id of a zone named in IANA's or Windows' way; null when this machine knows no such zone.</summary>
    public static string? Iana(string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            return null;
        }

        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana))
        {
            return iana;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId ? id : null;
    }
}
