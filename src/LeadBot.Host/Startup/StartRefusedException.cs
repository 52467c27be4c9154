namespace LeadBot.Host.Startup;

/// <summary>LeadBot cannot start, for a reason the person starting it can do something about. Its message is what they are told.</summary>
public sealed class StartRefusedException(string sentences) : Exception(sentences);
