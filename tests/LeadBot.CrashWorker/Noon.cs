namespace LeadBot.CrashWorker;

/// <summary>A clock that stands at one instant; what waits, waits as long as ever.</summary>
public sealed class Noon(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
