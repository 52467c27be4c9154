using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Reads what an hour must be worth.</summary>
internal static class WorthReader
{
    public static Worth Read(YamlNode node, Pass pass)
    {
        var map = new YamlMap(node, PlaybookKeys.Worth, pass);
        var (selling, sellingAsked) = Hours(map, "selling-hours");
        var (delivery, deliveryAsked) = Hours(map, "delivery-hours");
        return new Worth(
            new QuestionId(map.Text("price") ?? pass.Id()),
            map.Number("floor-per-hour") ?? 0,
            map.Number("price-floor") ?? 0,
            (double)(map.Number("chance") ?? 1),
            selling,
            sellingAsked,
            delivery,
            deliveryAsked);
    }

    // A number, or the id of the number question that asks for them.
    private static (decimal Hours, QuestionId? Asked) Hours(YamlMap map, string key) => map.Node(key) switch
    {
        null => (1, null),
        var node when YamlMap.AsNumber(node) is { } hours => (hours, null),
        _ => map.Text(key) is { } id ? (0, new QuestionId(id)) : (1, null),
    };
}
