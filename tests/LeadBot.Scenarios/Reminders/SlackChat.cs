using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Scenarios.Slack;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios.Reminders;

/// <summary>Over Slack's payloads. Its first member is the admin, as whoever installs it is.</summary>
internal sealed partial class SlackChat : IChat
{
    private const string Sales = "C1";

    private readonly SlackHost _host;
    private readonly Dictionary<string, Member> _members = [];
    private readonly Dictionary<string, string> _roots = [];
    private Shown? _form;
    private int _heard;

    private SlackChat(SlackHost host) => _host = host;

    public FakeTimeProvider Clock => _host.Clock;

    public IServiceProvider Services => _host.Services;

    public static async Task<SlackChat> OpenAsync() => new(await SlackHost.StartAsync());

    /// <summary>A number typed while a form is open chooses in it. In a channel the bot is mentioned.</summary>
    public async Task TypeAsync(string person, string text, string? thread)
    {
        var member = await OfAsync(person);
        var said = Named().Replace(text, name => $"<@U{name.Groups[1].Value.ToUpperInvariant()}>");
        if (_form is { } form && int.TryParse(text, CultureInfo.InvariantCulture, out var choice))
        {
            _form = null;
            await member.SendAsync(form.Choices.ElementAt(choice - 1));
        }
        else if (thread is null)
        {
            Assert.Equal(200, (await member.TypeAsync(said)).Status);
        }
        else
        {
            var ts = await member.MentionAsync(Sales, said, _roots.GetValueOrDefault(thread));
            _roots.TryAdd(thread, ts);
        }
    }

    public async Task PressAsync(string person, string label) => await (await OfAsync(person)).PressAsync(label);

    public async Task<IReadOnlyList<string>> HearAsync()
    {
        await _host.AllIsDoneAsync();
        var came = _host.Slack.Screens.All.Skip(_heard).ToList();
        _heard += came.Count;
        _form = came.LastOrDefault(shown => shown.Where == "modal") ?? _form;
        return [.. came.Select(shown => shown.Text)];
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<Member> OfAsync(string person)
    {
        if (_members.TryGetValue(person, out var known))
        {
            return known;
        }

        var member = _members[person] = _host.Join(char.ToUpperInvariant(person[0]) + person[1..]);
        if (_members.Count == 1)
        {
            await _host.InstalledByAsync(member);
        }

        return member;
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Named();
}
