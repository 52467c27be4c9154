namespace Microsoft.Bot.Schema;

/// <summary>Any activity.</summary>
public interface IActivity
{
    string? Type { get; set; }
}

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
    string? Text { get; set; }
}

/// <summary>People or the bot joined or left.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount>? MembersAdded { get; set; }
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string? Action { get; set; }
}

/// <summary>A request that waits for its answer.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }
}
