using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Startup;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Playbooks;

/// <summary>Gathers the playbooks of this installation.</summary>
public static class PlaybookCatalogue
{
    /// <summary>Where the playbooks that come with LeadBot are.</summary>
    public static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Playbooks");

    /// <summary>The playbooks that come with LeadBot, and over them those of a directory of one's own.</summary>
    /// <param name="onlyOwn">Without those that come with LeadBot.</param>
    /// <exception cref="StartRefusedException">A file is faulty; names every fault of every file.</exception>
    public static PlaybookLibrary Load(string? directory, bool onlyOwn = false)
    {
        var refusals = new List<string>();
        var byId = onlyOwn ? [] : Read(Shipped, refusals);
        if (directory is not null && !Directory.Exists(directory))
        {
            refusals.Add($"LeadBot:PlaybookDirectory names {directory}, which is not there: make it, or leave the setting out.");
        }
        else if (directory is not null)
        {
            foreach (var (id, own) in Read(directory, refusals))
            {
                byId[id] = own;
            }
        }

        if (refusals.Count == 0 && !byId.ContainsKey(PlaybookId.Default))
        {
            refusals.Add($"LeadBot:OnlyOwnPlaybooks leaves no playbook with the id {PlaybookId.Default}, the one used where no other is chosen: give one in LeadBot:PlaybookDirectory that id, or leave the setting out.");
        }

        return refusals.Count == 0
            ? Library(byId)
            : throw new StartRefusedException(string.Join(Environment.NewLine, refusals));
    }

    private static PlaybookLibrary Library(Dictionary<PlaybookId, (Playbook Playbook, string Text)> byId) => new(
        new PlaybookShelf(byId.ToDictionary(p => p.Key, p => p.Value.Playbook), byId.Values.ToDictionary(p => p.Playbook.Hash, p => p.Playbook)),
        byId.Values.ToDictionary(p => p.Playbook.Hash, p => p.Text),
        PlaybookReader.ReadAgain);

    private static Dictionary<PlaybookId, (Playbook Playbook, string Text)> Read(string directory, List<string> refusals)
    {
        var playbooks = new Dictionary<PlaybookId, (Playbook, string)>();
        foreach (var file in PlaybookFiles.In(directory))
        {
            var (reading, text) = PlaybookFiles.Read(file);
            refusals.AddRange(reading.Faults.Select(fault => $"{file} {fault}"));
            if (reading.Playbook is { } playbook && !playbooks.TryAdd(playbook.Id, (playbook, text)))
            {
                refusals.Add($"{file} has the id {playbook.Id}, which another file beside it has too: give one of them another id.");
            }
        }

        return playbooks;
    }
}
