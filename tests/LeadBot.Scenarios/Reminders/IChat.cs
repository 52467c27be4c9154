using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios.Reminders;

/// <summary>The whole host in this process, on a real port and a clock that is moved by hand, and where people talk to it.</summary>
internal interface IChat : IAsyncDisposable
{
    FakeTimeProvider Clock { get; }

    IServiceProvider Services { get; }

    /// <param name="thread">Of the sales channel; null: in their direct conversation.</param>
    Task TypeAsync(string person, string text, string? thread);

    /// <summary>Presses the newest button of that label.</summary>
    Task PressAsync(string person, string label);

    /// <summary>Waits until nothing is on its way, and reads what came since, one text a message.</summary>
    Task<IReadOnlyList<string>> HearAsync();
}
