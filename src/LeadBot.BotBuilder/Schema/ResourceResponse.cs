namespace Microsoft.Bot.Schema;

/// <summary>The channel's id of what was sent.</summary>
public sealed class ResourceResponse
{
    public string? Id { get; set; }
}

/// <summary>The response body under <see cref="DeliveryModes.ExpectReplies"/>.</summary>
internal sealed class ExpectedReplies
{
    public IReadOnlyList<Activity> Activities { get; init; } = [];
}
