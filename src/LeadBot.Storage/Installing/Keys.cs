using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Installing;

/// <summary>The keys that instances share; on PostgreSQL alone. They come and go encrypted.</summary>
public static class Keys
{
    /// <summary>All of them, as they were kept.</summary>
    public static IReadOnlyList<string> All(WriteSession session) => session.All("SELECT xml FROM keys ORDER BY name", row => row.GetString(0));

    /// <summary>Keeps one more.</summary>
    public static void Add(WriteSession session, string name, string xml) => session.Execute("INSERT INTO keys (name, xml) VALUES ($1, $2)", name, xml);
}
