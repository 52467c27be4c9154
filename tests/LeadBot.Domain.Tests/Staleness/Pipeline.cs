using System.Globalization;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>
/// Deals of a sales team, from the practice file <c>shared/data/maven-pipeline-part.csv</c> in a folder above this one where it
/// is kept, else made up with the same traits: lost deals close sooner than won ones, and some linger beyond all of them.
/// </summary>
internal static class Pipeline
{
    public static readonly IReadOnlyList<PastDeal> Deals = File() is { } file ? Read(file) : new KnownTeam(0.55, 1, 100, 0.3, 1, 75).Deals(4240, 5, 300, seed: 1);

    private static string? File()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "maven-pipeline-part.csv");
            if (System.IO.File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static List<PastDeal> Read(string file)
    {
        var rows = System.IO.File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(c => (Stage: c[4], Engaged: Day(c[5]), Closed: Day(c[6]))).ToList();
        var today = rows.Max(r => r.Closed)!.Value;
        return
        [
            .. from row in rows
               where row.Engaged is not null
               let engaged = row.Engaged.GetValueOrDefault()
               let ending = row.Stage switch { "Won" => Ending.Won, "Lost" => Ending.Lost, _ => Ending.Open }
               select new PastDeal(Days(engaged, row.Closed ?? today), ending, Days(engaged, today)),
        ];
    }

    private static int Days(DateOnly from, DateOnly to) => WorkCalendar.MondayToFriday.WorkingDays(from, to);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
