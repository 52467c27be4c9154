using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Reminding;

/// <summary>A workspace's deals as what they teach, finished or not: few bytes each, however much is stored of them.</summary>
public static class PastDeals
{
    public static IReadOnlyCollection<PastDeal> Of(WriteSession session, Workspace workspace, HolidayShelf holidays, DateTimeOffset now)
    {
        var owners = session.All(
            "SELECT document FROM people WHERE workspace = $1",
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
            workspace.Id.Value).ToDictionary(person => person.Id, person => (person.Zone, Calendar: holidays.For(workspace, person)));
        return session.All(
            "SELECT document FROM deals WHERE workspace = $1",
            row =>
            {
                var deal = JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal)!;
                var (zone, calendar) = owners.GetValueOrDefault(deal.Owner, (TimeZoneInfo.Utc, WorkCalendar.MondayToFriday));
                return PastDeal.Of(deal, now, zone, calendar);
            },
            workspace.Id.Value);
    }
}
