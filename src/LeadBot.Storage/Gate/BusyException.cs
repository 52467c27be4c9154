namespace LeadBot.Storage.Gate;

/// <summary>More waits to be written than is good to hold; whoever asked is to come again in a moment. Nothing was done.</summary>
public sealed class BusyException() : Exception("Too many turns wait for the database.");
