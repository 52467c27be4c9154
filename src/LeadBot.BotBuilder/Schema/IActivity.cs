namespace Microsoft.Bot.Schema;

/// <summary>Any activity.</summary>
public interface IActivity
{
}

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
}

/// <summary>People or the bot joined or left.</summary>
public interface IConversationUpdateActivity : IActivity
{
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
}

/// <summary>A request that waits for its answer.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>Which request it is.</summary>
    string? Name { get; set; }
}
