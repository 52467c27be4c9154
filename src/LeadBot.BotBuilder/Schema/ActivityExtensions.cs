namespace Microsoft.Bot.Schema;

/// <summary>What is often done with a message.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes the mentions of the recipient out of the text.</summary>
    /// <returns>The text that is left, which is also the activity's from now on.</returns>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var message = (Activity)activity;
        foreach (var mention in message.GetMentions().Where(m => m.Mentioned?.Id == message.Recipient?.Id))
        {
            var text = string.IsNullOrEmpty(mention.Text) ? $"<at>{mention.Mentioned?.Name}</at>" : mention.Text;
            message.Text = message.Text?.Replace(text, "", StringComparison.OrdinalIgnoreCase).Trim();
        }

        return message.Text;
    }
}
