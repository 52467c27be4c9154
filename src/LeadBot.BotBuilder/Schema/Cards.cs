namespace Microsoft.Bot.Schema;

/// <summary>Something attached to a message: here, a card.</summary>
public sealed class Attachment
{
    public string? ContentType { get; set; }

    public object? Content { get; set; }
}

/// <summary>Buttons under a message that go away once one is pressed.</summary>
public sealed class SuggestedActions
{
    public IList<CardAction>? Actions { get; set; }
}

/// <summary>A button outside Adaptive Cards.</summary>
public sealed class CardAction
{
    public string? Type { get; set; }

    public string? Title { get; set; }

    public object? Value { get; set; }
}

/// <summary>The answer to a pressed <c>Action.Execute</c>.</summary>
public sealed class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public object? Value { get; set; }
}
