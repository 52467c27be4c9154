using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadBot.Scenarios.Slack;

/// <summary>What people see in Slack, in the order in which it came. Everything can be awaited.</summary>
internal sealed class Screens
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly List<Shown> _log = [];
    private readonly List<Shown> _unread = [];
    private readonly Dictionary<string, (Shown About, DateTimeOffset Until, int Left)> _responses = [];
    private readonly Dictionary<string, string> _triggers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;

    /// <summary>A time for a message, or any other id that is not used yet.</summary>
    public string NextTs() => string.Create(CultureInfo.InvariantCulture, $"1700000000.{Interlocked.Increment(ref _ids):000000}");

    /// <summary>Everything so far, oldest first.</summary>
    public IReadOnlyList<Shown> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    public string Show(string where, string? channel, string? thread, string? user, JsonObject body)
    {
        var shown = new Shown(where, NextTs(), channel, thread, user, body);
        Add(shown);
        return shown.Id;
    }

    /// <summary>What was shown looks like this now; false: there is no such thing.</summary>
    public bool Replace(string id, JsonObject body)
    {
        if (All.LastOrDefault(shown => shown.Id == id) is not { } shown)
        {
            return false;
        }

        Add(shown with { Body = body });
        return true;
    }

    /// <summary>The next thing shown that nobody awaited yet.</summary>
    public Task<Shown> NextAsync() => NextAsync(_ => true);

    /// <summary>The next such thing that nobody awaited yet: what is said, and what looks different, come in any order.</summary>
    public async Task<Shown> NextAsync(Func<Shown, bool> awaited)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_unread.FindIndex(shown => awaited(shown)) is >= 0 and var at)
                {
                    var shown = _unread[at];
                    _unread.RemoveAt(at);
                    return shown;
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"It was never shown. Nobody awaited:\n{string.Join("\n---\n", Unread.Select(shown => $"({shown.Where} in {shown.Channel} {shown.Thread} for {shown.User})\n{shown.Text}"))}");
            }
        }
    }

    /// <summary>Whether anything came that nobody awaited.</summary>
    public bool HasMore => Unread.Count > 0;

    private List<Shown> Unread
    {
        get
        {
            lock (_lock)
            {
                return [.. _unread];
            }
        }
    }

    /// <summary>A key that takes answers about it, five times within half an hour.</summary>
    public string Remember(Shown about, DateTimeOffset now)
    {
        lock (_lock)
        {
            var key = $"r{_responses.Count}";
            _responses[key] = (about, now.AddMinutes(30), 5);
            return key;
        }
    }

    public Shown? Use(string key, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_responses.TryGetValue(key, out var response) || response.Left == 0 || now >= response.Until)
            {
                return null;
            }

            _responses[key] = response with { Left = response.Left - 1 };
            return response.About;
        }
    }

    /// <summary>None of the keys takes an answer any more.</summary>
    public void SpendResponses()
    {
        lock (_lock)
        {
            foreach (var key in _responses.Keys.ToList())
            {
                _responses[key] = _responses[key] with { Left = 0 };
            }
        }
    }

    /// <summary>Good for one form.</summary>
    public string Trigger(string user)
    {
        lock (_lock)
        {
            var trigger = $"{NextTs()}.trigger";
            _triggers[trigger] = user;
            return trigger;
        }
    }

    public string? Spend(string? trigger)
    {
        lock (_lock)
        {
            return trigger is not null && _triggers.Remove(trigger, out var user) ? user : null;
        }
    }

    private void Add(Shown shown)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _log.Add(shown);
            _unread.Add(shown);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }
}
