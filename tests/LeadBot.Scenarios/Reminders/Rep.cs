using LeadBot.Dialog.Conversations;
using LeadBot.Domain;

namespace LeadBot.Scenarios.Reminders;

/// <summary>How a rep takes reminders.</summary>
internal enum Temperament
{
    /// <summary>Deals with everything a digest lists, and looks after deals unasked.</summary>
    Diligent,

    /// <summary>Deals with some of every second digest, and is put off by most prospects.</summary>
    Average,

    /// <summary>Presses nothing, does nothing.</summary>
    Ignorer,
}

/// <summary>Somebody who sells, in one of six zones; the manager of a zone looks after everybody in it.</summary>
internal sealed record Rep(PersonId Id, Temperament Temperament, bool IsMuted)
{
    /// <summary>Both days of daylight saving fall into the time looked at, in the north and in the south; one zone has none.</summary>
    public static readonly IReadOnlyList<string> Zones = ["America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"];

    public static Rep Number(int number) => new(new PersonId($"rep-{number:000}"), (Temperament)(number % 3), IsMuted: number % 40 == 7);

    public static PersonId Manager(string zone) => new($"manager of {zone}");

    public static Person Person(PersonId id, string zone, WorkspaceId workspace, DateOnly? mutedUntil = null) =>
        new(id, workspace, id.Value, zone, Digest: DigestTimes.Usual with { MutedUntil = mutedUntil }, Team: zone);
}
