using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Sending;

namespace LeadBot.Channels.Slack.Lookups;

/// <summary>Who people are, from <c>users.info</c>, remembered so that nobody waits for it twice.</summary>
internal sealed class SlackPeople(SlackWebApi api, TimeProvider clock)
{
    /// <summary>How long anybody waits to learn a name; the question goes on, for the next time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>After this it is asked again, while what is known still serves.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>After this it no longer serves, unless the question is not answered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    /// <summary>How soon it is asked again where Slack did not say.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    private readonly Recent<(SlackTenant Tenant, string User), Known> known = new(Most);
    private readonly ConcurrentDictionary<(SlackTenant Tenant, string User), Task<Profile?>> asked = new();

    /// <summary>What is known of them; null when Slack did not say in time.</summary>
    public async ValueTask<Profile?> OfAsync(SlackTenant tenant, string user)
    {
        var who = (tenant, user);
        if (!known.TryGet(who, out var before))
        {
            return await WaitAsync(who, null);
        }

        var now = clock.GetUtcNow();
        if (now < before.AskAgain)
        {
            return before.Profile;
        }

        if (now < before.Said + Kept)
        {
            _ = Ask(who, before);
            return before.Profile;
        }

        return await WaitAsync(who, before);
    }

    private async Task<Profile?> WaitAsync((SlackTenant Tenant, string User) who, Known? before)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            return await Ask(who, before).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return before?.Profile;
        }
    }

    /// <summary>One question at a time about each.</summary>
    private Task<Profile?> Ask((SlackTenant Tenant, string User) who, Known? before)
    {
        var asking = new TaskCompletionSource<Profile?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = asked.GetOrAdd(who, asking.Task);
        if (first == asking.Task)
        {
            _ = AskAsync(who, before, asking);
        }

        return first;
    }

    private async Task AskAsync((SlackTenant Tenant, string User) who, Known? before, TaskCompletionSource<Profile?> asking)
    {
        var profile = before?.Profile;
        try
        {
            var answer = await api.CallAsync(who.Tenant, "users.info", new JsonObject { ["user"] = who.User, ["include_locale"] = true }, CancellationToken.None);
            var now = clock.GetUtcNow();
            profile = answer is SlackResult.Ok ok ? Read(ok) : profile;
            known.Keep(who, answer is SlackResult.Ok ? new Known(profile, now, now + Fresh) : new Known(profile, before?.Said ?? DateTimeOffset.MinValue, now + Again));
        }
        finally
        {
            asked.TryRemove(who, out _);
            asking.SetResult(profile);
        }
    }

    private static Profile Read(SlackResult.Ok said) => new(
        said.Text("user", "profile", "display_name") is { Length: > 0 } shown ? shown : said.Text("user", "profile", "real_name") ?? said.Text("user", "real_name") ?? said.Text("user", "name") ?? "",
        Iana(said.Text("user", "tz")),
        said.Text("user", "locale"),
        said.Text("user", "enterprise_user", "enterprise_id"));

    private static string? Iana(string? zone) =>
        !string.IsNullOrWhiteSpace(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId ? zone : null;

    /// <param name="Name">As Slack shows it; may be empty.</param>
    /// <param name="TimeZone">IANA id.</param>
    /// <param name="Locale">BCP 47.</param>
    /// <param name="Organisation">The Enterprise Grid organisation they belong to, <c>E…</c>.</param>
    public sealed record Profile(string Name, string? TimeZone, string? Locale, string? Organisation = null);

    /// <param name="Said">When Slack said so.</param>
    private sealed record Known(Profile? Profile, DateTimeOffset Said, DateTimeOffset AskAgain);
}
