using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>What a person typed, without what the channel put around it.</summary>
internal static partial class Texts
{
    public static string Of(Activity activity)
    {
        var text = activity.RemoveRecipientMention() ?? "";
        if (activity.ChannelId == ChannelIds.Teams)
        {
            // Teams calls a text plain and still writes it as HTML where somebody is mentioned.
            text = activity.TextFormat == "xml" ? AnyTag().Replace(text, " ") : MentionTag().Replace(text, "");
            text = WebUtility.HtmlDecode(text).Replace('\u00a0', ' ');
        }

        return text.Trim();
    }

    [GeneratedRegex("</?at[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex MentionTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();
}
