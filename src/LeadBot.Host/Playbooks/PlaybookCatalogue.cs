using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Playbooks;

/// <summary>The playbooks of this installation, by id.</summary>
public sealed class PlaybookCatalogue
{
    private PlaybookCatalogue(Dictionary<PlaybookId, (Playbook Playbook, string Text)> byId)
    {
        ById = byId.ToDictionary(p => p.Key, p => p.Value.Playbook);
        Texts = byId.Values.ToDictionary(p => p.Playbook.Hash, p => p.Text);
    }

    /// <summary>The newest text of each.</summary>
    public IReadOnlyDictionary<PlaybookId, Playbook> ById { get; }

    /// <summary>The texts themselves, to be kept with the deals that are started with them.</summary>
    public IReadOnlyDictionary<PlaybookHash, string> Texts { get; }

    /// <summary>The playbooks that come with LeadBot, and over them those of a directory of one's own.</summary>
    /// <exception cref="StartRefusedException">A file is faulty; names every fault of every file.</exception>
    public static PlaybookCatalogue Load(string? directory)
    {
        var refusals = new List<string>();
        var playbooks = Read(Path.Combine(AppContext.BaseDirectory, "Playbooks"), refusals);
        if (directory is not null && !Directory.Exists(directory))
        {
            refusals.Add($"LeadBot:PlaybookDirectory names {directory}, which is not there: make it, or leave the setting out.");
        }
        else if (directory is not null)
        {
            foreach (var (id, playbook) in Read(directory, refusals))
            {
                playbooks[id] = playbook;
            }
        }

        return refusals.Count == 0
            ? new PlaybookCatalogue(playbooks)
            : throw new StartRefusedException(string.Join(Environment.NewLine, refusals));
    }

    private static Dictionary<PlaybookId, (Playbook, string)> Read(string directory, List<string> refusals)
    {
        var playbooks = new Dictionary<PlaybookId, (Playbook, string)>();
        foreach (var file in PlaybookFiles.In(directory))
        {
            var reading = PlaybookFiles.Read(file);
            refusals.AddRange(reading.Faults.Select(fault => $"{file} {fault}"));
            if (reading.Playbook is { } playbook && !playbooks.TryAdd(playbook.Id, (playbook, reading.Text)))
            {
                refusals.Add($"{file} has the id {playbook.Id}, which another file beside it has too: give one of them another id.");
            }
        }

        return playbooks;
    }
}
