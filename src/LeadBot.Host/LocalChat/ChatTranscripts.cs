using System.Collections.Concurrent;

namespace LeadBot.Host.LocalChat;

/// <summary>The chat page's conversations, newest kept, in one directory. Safe for many threads.</summary>
public sealed class ChatTranscripts
{
    /// <summary>How many conversations are kept; the one in which nothing was said for longest makes room.</summary>
    public const int Kept = 20;

    private const string Extension = ".jsonl";
    private readonly Lock _lock = new();
    private readonly string _directory;
    private readonly ConcurrentDictionary<string, Lazy<ChatTranscript>> _open = new(StringComparer.Ordinal);

    /// <summary>Finds what an earlier process left.</summary>
    public ChatTranscripts(string directory)
    {
        _directory = directory;
        Directory.CreateDirectory(directory);
        foreach (var file in Directory.GetFiles(directory, "*" + Extension))
        {
            _open[Path.GetFileNameWithoutExtension(file)] = Lazily(Path.GetFileNameWithoutExtension(file));
        }
    }

    /// <summary>The conversation; null when there is none, or no longer.</summary>
    public ChatTranscript? Find(string conversation) => _open.TryGetValue(conversation, out var transcript) ? transcript.Value : null;

    /// <summary>The conversation, started now if it is not there.</summary>
    /// <param name="conversation">An id of our own making, fit for a file's name.</param>
    public ChatTranscript Start(string conversation)
    {
        lock (_lock)
        {
            var started = _open.GetOrAdd(conversation, Lazily).Value;
            foreach (var old in Directory.GetFiles(_directory, "*" + Extension).OrderByDescending(File.GetLastWriteTimeUtc).Skip(Kept))
            {
                if (_open.TryRemove(Path.GetFileNameWithoutExtension(old), out var ending))
                {
                    ending.Value.End();
                }
            }

            return started;
        }
    }

    private Lazy<ChatTranscript> Lazily(string conversation) =>
        new(() => new ChatTranscript(conversation, new TranscriptFile(Path.Combine(_directory, conversation + Extension))));
}
