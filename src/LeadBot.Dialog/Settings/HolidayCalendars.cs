using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Settings;

/// <summary>The holiday calendars there are, by name.</summary>
internal static class HolidayCalendars
{
    /// <summary>More than these are typed, not pressed.</summary>
    private const int MostButtons = 8;

    public static IEnumerable<Choice> Choices(Scene scene) => Sorted(scene).Take(MostButtons).Select(name => new Choice(name, name));

    /// <summary>The calendar's name as it is on the shelf, or null.</summary>
    public static string? Read(Scene scene, string said)
    {
        var names = Sorted(scene);
        return names.FirstOrDefault(name => name.Equals(said, StringComparison.OrdinalIgnoreCase))
            ?? (Options.Read(said, names) is OptionSaid.Chosen chosen ? names[chosen.Index] : null);
    }

    /// <summary>The calendar's next day, so that a wrong one shows; null when it has none ahead.</summary>
    public static DateOnly? Next(Scene scene, string name) =>
        scene.Input.Holidays.Calendars[name].Where(day => day >= scene.Today).Order().Cast<DateOnly?>().FirstOrDefault();

    private static List<string> Sorted(Scene scene) => [.. scene.Input.Holidays.Calendars.Keys.Order(StringComparer.OrdinalIgnoreCase)];
}
