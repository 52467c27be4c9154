using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadBot.Channels.Slack;
using LeadBot.Dialog.Understanding;
using LeadBot.Storage.Gate;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>Plays a transcript through Slack's payloads, and holds what its people see to what was recorded.</summary>
internal sealed partial class TranscriptInSlack(SlackHost host)
{
    private readonly Dictionary<string, Member> _members = [];
    private readonly Dictionary<string, string> _roots = [];
    private readonly DateTimeOffset _begun = host.Clock.GetUtcNow();
    private TimeSpan _later;
    private TranscriptLine.In _in = new("@in direct", "direct", "");
    private Shown? _open;

    public async Task PlayAsync(IReadOnlyList<TranscriptStep> steps)
    {
        HashSet<TranscriptStep> played = new(ReferenceEqualityComparer.Instance);
        foreach (var (at, step) in steps.Index())
        {
            switch (step.Done)
            {
                case TranscriptLine.Remark:
                case var _ when played.Contains(step) || CannotBeFilledIn(step.Done):
                    break;
                case TranscriptLine.In place:
                    _in = place;
                    break;
                case TranscriptLine.Later later:
                    // What was done took no time in the transcript.
                    _later += later.Time;
                    await host.Store.PassAsync(host.Clock, _begun + _later - host.Clock.GetUtcNow());
                    await host.MorningsWentByAsync();
                    break;
                default:
                    // Where each has a thread nobody has to wait for another: what they were told when they asked again is what they see now.
                    var recorded = AsRecorded.HasToWait(step) ? steps.Skip(at + 1).First(later => later.Done == step.Done) : step;
                    played.Add(recorded);
                    var before = host.Slack.Screens.All.Count;
                    var (by, pressed) = await DoAsync(step.Done);
                    await host.AllIsDoneAsync();
                    var seen = See(host.Slack.Screens.All.Skip(before), by, pressed, step.Done);
                    AsRecorded.Check(recorded, seen, IsInThread);
                    _open = AsRecorded.OpensUnrecorded(recorded, seen) ? host.Slack.Screens.All.Last(shown => shown.Where == "modal" && shown.User == by.Id) : null;
                    break;
            }
        }
    }

    /// <summary>Words a form has no place for: it stays as it is. What is about something else is typed, and the form is left.</summary>
    private bool CannotBeFilledIn(TranscriptLine line) =>
        _open is { } form && line is TranscriptLine.Typed { Words: var words } && Commands.Read(words) is null && FilledIn.By(words, form, host.Clock.GetUtcNow()) is null;

    private bool IsInGroup => _in.Kind == "group";

    private bool IsInThread => IsInGroup || _in.Kind.EndsWith("thread", StringComparison.Ordinal);

    private string Channel => IsInGroup ? "G1" : "C1";

    private bool IsCommand => _in.Kind == "slack command";

    /// <summary>In a group each begins a thread of their own.</summary>
    private string Thread(string member) => IsInGroup ? $"{_in.Id} {member}" : _in.Id;

    private string? Root(Member member) => _roots.GetValueOrDefault(Thread(member.Id));

    private async Task<(Member By, Shown? Pressed)> DoAsync(TranscriptLine line)
    {
        switch (line)
        {
            case TranscriptLine.Typed said:
                var speaker = await OfAsync(said.Person);
                if (_open is { } form && Commands.Read(said.Words) is null && FilledIn.By(said.Words, form, host.Clock.GetUtcNow()) is { } filled)
                {
                    Taken(await speaker.SendAsync(filled.Choice, filled.Note, filled.Day));
                    return (speaker, form);
                }

                await TypeAsync(speaker, Mentioned().Replace(said.Words, name => $"<@{Id(name.Groups[1].Value)}>"));
                return (speaker, null);
            case TranscriptLine.Arrives came:
                var newcomer = await OfAsync(came.Person);
                Taken(await (IsCommand ? newcomer.CommandAsync("") : IsInThread ? newcomer.InviteAsync(Channel) : newcomer.OpenMessagesAsync()));
                return (newcomer, null);
            case TranscriptLine.OpensHome opens:
                var owner = await OfAsync(opens.Person);
                Taken(await owner.OpenHomeAsync());
                return (owner, null);
            case TranscriptLine.Pressed press:
                return await PressAsync(await OfAsync(press.Person), press.Label, press.Deal is { } deal ? await DealAsync(deal) : null, null);
            case TranscriptLine.Noted noted:
                return await PressAsync(await OfAsync(noted.Person), noted.Label, null, noted.Note);
            default:
                throw new ArgumentOutOfRangeException(nameof(line), line, "Nothing is done in it.");
        }
    }

    private async Task TypeAsync(Member member, string words)
    {
        if (IsInThread)
        {
            _roots.TryAdd(Thread(member.Id), await member.MentionAsync(Channel, words, Root(member)));
            return;
        }

        Taken(await (IsCommand ? member.CommandAsync(words) : member.TypeAsync(words)));
    }

    /// <summary>Presses what is newest of all with that label on it, or chooses it in a window.</summary>
    private async Task<(Member, Shown?)> PressAsync(Member member, string label, string? deal, string? note)
    {
        var on = host.Slack.Screens.All.Last(shown => IsHere(shown, member) && (shown.Where == "modal" ? IsIn(shown) : shown.Presses.Any(IsMeant)));
        var only = on.Where == "modal" && !on.Choices.Any();
        Taken(await (on.Where == "modal"
            ? member.SendAsync(only ? null : label, note)
            : member.PressAsync(label, on, on.Presses.Where(press => press.Label == label).ToList().FindIndex(press => IsMeant(press)), note)));
        return (member, on);

        bool IsMeant((string Label, JsonObject Action) press) => press.Label == label && (deal is null || press.Action.ToJsonString().Contains(deal, StringComparison.Ordinal));

        bool IsIn(Shown form) => form.Choices.Contains(label) || (string?)form.Body["submit"]?["text"] == label;
    }

    /// <summary>Only what the person sees where they did it: what others are told, and a page that is drawn anew, transcripts leave out.</summary>
    private Seen See(IEnumerable<Shown> shown, Member by, Shown? pressed, TranscriptLine line)
    {
        List<string> alone = [], redrawn = [], window = [], said = [];
        foreach (var one in shown.Where(one => IsHere(one, by) && (one.Where != "home" || line is TranscriptLine.OpensHome)))
        {
            var to = one.Where == "modal" ? window : one.Id == pressed?.Id ? redrawn : one.Where == "ephemeral" && !IsCommand ? alone : said;
            to.AddRange(Transcribed.Lines(one.Body["blocks"]));
            if (one.Where == "modal" && !one.Choices.Any())
            {
                to.Add($"[{(string?)one.Body["submit"]?["text"]}]");
            }
        }

        return new Seen(alone, redrawn, window, said);
    }

    private bool IsHere(Shown shown, Member by) => shown.Where switch
    {
        "modal" or "home" => shown.User == by.Id,
        "ephemeral" => shown.User == by.Id && (shown.Channel == by.Direct ? !IsInThread && !IsCommand : IsCommand || shown.Thread == Root(by)),
        _ => IsInThread ? shown.Channel == Channel && (shown.Thread ?? Root(by)) == Root(by) : shown.Channel == by.Direct,
    };

    private async Task<Member> OfAsync(string person)
    {
        if (!_members.TryGetValue(person, out var member))
        {
            member = _members[person] = new Member(host.Slack, Id(person), char.ToUpperInvariant(person[0]) + person[1..]);
            if (_members.Count == 1)
            {
                await host.InstalledByAsync(member);
            }
        }

        return member;
    }

    private async Task<string> DealAsync(string name) =>
        await host.Store.Gate.BackgroundAsync(Scope.Of(SlackAddress.Workspace(FakeSlack.Team)), session => session.All("SELECT id FROM deals WHERE name = $1", row => row.GetString(0), name).Single(), TestContext.Current.CancellationToken);

    private static string Id(string person) => $"U{person.ToUpperInvariant()}";

    private static void Taken(SlackAnswer answer) => Assert.Equal(200, answer.Status);

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Mentioned();
}
