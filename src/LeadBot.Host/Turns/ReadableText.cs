using System.Text;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Host.Turns;

/// <summary>Text as any database and any channel takes it: what is no character is left out (NUL), or shown as such (half of a surrogate pair, U+FFFD).</summary>
internal static class ReadableText
{
    /// <summary>The message with all that people and channels wrote in it made readable.</summary>
    public static IncomingMessage Of(IncomingMessage message)
    {
        var (place, sender) = (message.Place, message.From);
        return message with
        {
            EventKey = Of(message.EventKey),
            Place = place with
            {
                Conversation = Of(place.Conversation),
                TeamChannel = place.TeamChannel is { } channel ? Of(channel) : null,
                Address = Of(place.Address),
                TeamAddress = place.TeamAddress is { } address ? Of(address) : null,
            },
            From = sender with { Id = new(Of(sender.Id.Value)), Name = Of(sender.Name), TimeZone = sender.TimeZone is { } zone ? Of(zone) : null },
            Said = message.Said switch
            {
                Said.Typed typed => new Said.Typed(Of(typed.Text)),
                Said.Pressed pressed => pressed with { Fields = pressed.Fields.ToDictionary(field => field.Key, field => Of(field.Value)) },
                var other => other,
            },
        };
    }

    /// <summary>The same of one text.</summary>
    public static string Of(string text) => text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? string.Concat(text.EnumerateRunes().Where(rune => rune != new Rune('\0')))
        : text;
}
