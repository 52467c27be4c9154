using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// One conversation of the chat page as it is to be shown: activities in order, each under the number that is Direct
/// Line's watermark. Kept in a file, so that an open page goes on after a restart. Safe for many threads.
/// </summary>
public sealed class ChatTranscript
{
    /// <summary>How many activities are kept; older ones are forgotten.</summary>
    public const int Kept = 400;

    // Web Chat sorts by this, which keeps a redrawn activity in its place.
    private const string Order = "webchat:sequence-id";

    private readonly Lock _lock = new();
    private readonly TranscriptFile _file;
    private readonly List<TranscriptLine> _lines = [];
    private long _last;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Takes up where the file stops.</summary>
    public ChatTranscript(string conversation, TranscriptFile file)
    {
        Conversation = conversation;
        _file = file;
        file.Read().ForEach(Keep);
        file.Rewrite(_lines);
    }

    /// <summary>Its id.</summary>
    public string Conversation { get; }

    /// <summary>It was dropped to make room for newer ones; nothing comes any more.</summary>
    public bool Ended { get; private set; }

    /// <summary>Adds an activity, giving it id, time and place; one whose <paramref name="clientId"/> is there already is not added again.</summary>
    /// <param name="write">Writes the activity that is to have this id.</param>
    /// <returns>The activity's id.</returns>
    public string Add(Func<string, JsonObject> write, string? clientId, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (clientId is not null && _lines.Find(l => l.ClientId == clientId) is { } there)
            {
                return there.Id;
            }

            var number = _last + 1;
            var id = string.Create(CultureInfo.InvariantCulture, $"{Conversation}|{number:0000000}");
            var timestamp = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            Write(new TranscriptLine(number, id, clientId, Place(write(id), id, timestamp, number)));
            return id;
        }
    }

    /// <summary>Shows an activity anew, in its old place.</summary>
    /// <returns>False when it is no longer kept.</returns>
    public bool Redraw(string id, JsonObject activity)
    {
        lock (_lock)
        {
            if (_lines.Find(l => l.Id == id) is not { } old)
            {
                return false;
            }

            var order = (long)old.Activity["channelData"]![Order]!;
            Write(old with { Number = _last + 1, Activity = Place(activity, id, (string)old.Activity["timestamp"]!, order) });
            return true;
        }
    }

    /// <summary>Direct Line's <c>{activities, watermark}</c> of what came after a watermark.</summary>
    public (string Json, long Watermark) After(long watermark)
    {
        lock (_lock)
        {
            var set = new JsonObject
            {
                ["activities"] = new JsonArray([.. _lines.Where(l => l.Number > watermark).Select(l => l.Activity.DeepClone())]),
                ["watermark"] = _last.ToString(CultureInfo.InvariantCulture),
            };
            return (set.ToJsonString(), _last);
        }
    }

    /// <summary>Completes as soon as there is something after a watermark, or the transcript has ended.</summary>
    public Task Changed(long watermark)
    {
        lock (_lock)
        {
            return _last > watermark || Ended ? Task.CompletedTask : _changed.Task;
        }
    }

    /// <summary>Forgets everything, for good.</summary>
    public void End()
    {
        lock (_lock)
        {
            Ended = true;
            _lines.Clear();
            _file.Delete();
            _changed.TrySetResult();
        }
    }

    private JsonObject Place(JsonObject activity, string id, string timestamp, long order)
    {
        activity["id"] = id;
        activity["timestamp"] = timestamp;
        activity["conversation"] = new JsonObject { ["id"] = Conversation };
        if (activity["channelData"] is not JsonObject channelData)
        {
            activity["channelData"] = channelData = [];
        }

        channelData[Order] = order;
        return activity;
    }

    private void Write(TranscriptLine line)
    {
        if (!Ended)
        {
            Keep(line);
            _file.Append(line, _lines);
        }

        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private void Keep(TranscriptLine line)
    {
        _lines.RemoveAll(l => l.Id == line.Id);
        _lines.Add(line);
        _lines.RemoveRange(0, Math.Max(0, _lines.Count - Kept));
        _last = line.Number;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
