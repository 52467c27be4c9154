using LeadBot.Host.Reminders;
using LeadBot.Storage.Opening;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Scenarios.Reminders;

/// <summary>People who talk to the whole host while days go by.</summary>
internal sealed class RunningOffice(IChat chat) : IAsyncDisposable
{
    /// <summary>All that was sent by what they typed.</summary>
    /// <param name="thread">Of the sales channel; null: in their direct conversation.</param>
    public async Task<string> TypeAsync(string person, string text, string? thread = null)
    {
        await chat.TypeAsync(person, text, thread);
        return string.Join('\n', await chat.HearAsync());
    }

    /// <summary>Presses the newest button of that label.</summary>
    public async Task<string> PressAsync(string person, string label)
    {
        await chat.PressAsync(person, label);
        return string.Join('\n', await chat.HearAsync());
    }

    /// <summary>Hours go by; all that came by itself meanwhile, one text a message.</summary>
    public async Task<IReadOnlyList<string>> PassAsync(TimeSpan time)
    {
        var came = new List<string>();
        for (var until = chat.Clock.GetUtcNow() + time; chat.Clock.GetUtcNow() < until;)
        {
            await chat.Services.GetRequiredService<Store>().PassAsync(chat.Clock, TimeSpan.FromHours(1));
            await chat.Services.GetRequiredService<Sweep>().RunAsync(TestContext.Current.CancellationToken);
            came.AddRange(await chat.HearAsync());
        }

        return came;
    }

    public ValueTask DisposeAsync() => chat.DisposeAsync();
}
