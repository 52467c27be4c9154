using System.CommandLine;
using LeadBot.Host.Reminders;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.CommandLine;

/// <summary><c>reminders preview</c>: what would be sent, to whom, when and why. Sends nothing, and runs beside a host.</summary>
public static class RemindersCommand
{
    private const int MostDays = 366;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = $"How many days to look ahead, 1 to {MostDays}.", DefaultValueFactory = _ => 30 };
        days.Validators.Add(given =>
        {
            if (given.GetValue(days) is < 1 or > MostDays)
            {
                given.AddError($"--days must be from 1 to {MostDays}.");
            }
        });
        var preview = new Command("preview", "Say what would be sent, to whom, when and why, if nobody did anything. Sends nothing.") { days };
        preview.SetAction((parsed, stop) => PreviewAsync(HostSettings.Of(parsed), parsed.GetValue(days), TimeProvider.System, Console.Out));
        return new Command("reminders", "Look at the reminders to come.") { preview };
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> PreviewAsync(string[] settings, int days, TimeProvider clock, TextWriter output) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Preview(settings);
        var lines = host.Services.GetRequiredService<Preview>().Of(host.Services.GetRequiredService<DatabasePlace>(), clock.GetUtcNow(), days);
        await output.WriteAsync(PreviewTable.Of(lines, days));
    });
}
