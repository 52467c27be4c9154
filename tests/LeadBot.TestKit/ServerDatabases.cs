namespace LeadBot.TestKit;

/// <summary>Whether the tests of this program work on a database server in place of a file in each test's directory.</summary>
public static class ServerDatabases
{
    private static readonly Dictionary<string, string> s_made = [];

    /// <summary>Makes an empty database and returns how to connect to it; null: tests work on files.</summary>
    public static Func<string>? Make { get; set; }

    /// <summary>Removes one that was made.</summary>
    public static Action<string> Remove { get; set; } = _ => { };

    /// <summary>The database that stands for a data directory, however often it is asked for; null: the directory itself.</summary>
    public static string? Of(string directory)
    {
        if (Make is not { } make)
        {
            return null;
        }

        lock (s_made)
        {
            if (!s_made.TryGetValue(directory, out var made))
            {
                s_made.Add(directory, made = make());
            }

            return made;
        }
    }

    /// <summary>The settings that choose it.</summary>
    public static string[] Settings(string directory) => Of(directory) is { } connection
        ? ["--LeadBot:DataDirectory", directory, "--LeadBot:Database", "postgres", "--ConnectionStrings:LeadBot", connection]
        : ["--LeadBot:DataDirectory", directory];

    /// <summary>Removes those that stand for this directory and what is in it.</summary>
    internal static void RemoveAll(string directory)
    {
        List<string> gone;
        lock (s_made)
        {
            var keys = s_made.Keys.Where(key => key.StartsWith(directory, StringComparison.Ordinal)).ToList();
            gone = [.. keys.Select(key => s_made[key])];
            keys.ForEach(key => s_made.Remove(key));
        }

        gone.ForEach(Remove);
    }
}
