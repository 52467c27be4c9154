using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;

namespace LeadBot.Host.Turns;

/// <summary>Workspaces and people come into being when they are first heard of, and follow what the channel says of them.</summary>
public static class FirstSeen
{
    /// <summary>The workspace of local mode.</summary>
    public static readonly WorkspaceId Local = new("local");

    /// <summary>
    /// The workspace as this turn sees it. While it has no admin, whoever installs the bot becomes it; in local mode the
    /// first person. Nobody becomes it by merely talking: the first to say hello in a company need not be the one to decide for it.
    /// </summary>
    /// <param name="isInstaller">Asked while there is no admin: whether the sender installed the bot for the organisation this is one of.</param>
    public static Workspace Workspace(Workspace? known, WorkspaceId id, IncomingMessage message, Func<PersonId, bool> isInstaller)
    {
        var workspace = (known ?? new Workspace(id, null, null, new Dictionary<string, PlaybookId>(), null)) with { UninstalledAt = null, Organisation = message.Place.Organisation };
        return workspace is { Admin: null, Admins.Count: 0 } && (id == Local || message.Said is Said.Arrived { Installed: true } || isInstaller(message.From.Id))
            ? workspace with { Admin = message.From.Id }
            : workspace;
    }

    /// <summary>The sender as this turn sees them. In local mode their zone is this machine's unless the channel knows better.</summary>
    public static Person Person(Person? known, Workspace workspace, IncomingMessage message, TimeProvider clock)
    {
        var from = message.From;
        var person = known ?? new Person(from.Id, workspace.Id, from.Name, workspace.Id == Local ? Here(clock) : "UTC", Amounts: Amounts(from.Locale));
        return person with
        {
            Team = message.Place.TeamChannel is { } channel && workspace.Channels.ContainsKey(channel) ? channel : person.Team,
            Name = string.IsNullOrWhiteSpace(from.Name) ? person.Name : from.Name,
            TimeZone = person.TimeZoneIsTheirs ? person.TimeZone : from.TimeZone ?? person.TimeZone,
        };
    }

    private static string Here(TimeProvider clock)
    {
        var zone = clock.LocalTimeZone;
        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : "UTC";
    }

    private static AmountLanguage Amounts(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale ?? "").NumberFormat.NumberDecimalSeparator == "," ? AmountLanguage.CommaDecimal : AmountLanguage.PointDecimal;
        }
        catch (CultureNotFoundException)
        {
            return AmountLanguage.PointDecimal;
        }
    }
}
