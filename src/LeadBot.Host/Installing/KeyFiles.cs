namespace LeadBot.Host.Installing;

/// <summary>The keys of a LeadBot on SQLite: files beside the database, as secret as what they encrypt.</summary>
internal static class KeyFiles
{
    /// <summary>Where they are; there may be none.</summary>
    public static DirectoryInfo Of(string dataDirectory) => new(Path.Combine(Path.GetFullPath(dataDirectory), "keys"));

    /// <summary>Copies them into another data directory and returns how many.</summary>
    public static int Copy(string from, string to)
    {
        if (Of(from) is not { Exists: true } keys)
        {
            return 0;
        }

        var copies = Of(to);
        copies.Create();
        var files = keys.GetFiles("*.xml");
        foreach (var file in files)
        {
            file.CopyTo(Path.Combine(copies.FullName, file.Name));
        }

        return files.Length;
    }
}
