using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>What a person typed, without what the channel put around it; other people they mention stay as "@Kim".</summary>
internal static partial class Texts
{
    public static string Of(Activity activity)
    {
        var text = activity.RemoveRecipientMention() ?? "";
        if (activity.ChannelId == ChannelIds.Teams)
        {
            // Teams calls a text plain and still writes it as HTML where somebody is mentioned.
            text = MentionEnd().Replace(MentionStart().Replace(text, "@"), "");
            text = activity.TextFormat == "xml" ? AnyTag().Replace(text, " ") : AttachmentTag().Replace(text, "");
            text = WebUtility.HtmlDecode(text).Replace('\u00a0', ' ');
        }

        return text.Trim();
    }

    [GeneratedRegex("<at(?:\\s[^>]*)?>\\s*@?", RegexOptions.IgnoreCase)]
    private static partial Regex MentionStart();

    [GeneratedRegex("\\s*</at>", RegexOptions.IgnoreCase)]
    private static partial Regex MentionEnd();

    [GeneratedRegex("</?attachment[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AttachmentTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();
}
