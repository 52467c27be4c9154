using System.Globalization;
using System.Text.Json.Nodes;
using LeadBot.Host.Playbooks;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Tests.Playbooks;

public sealed class PlaybookSchemaTests
{
    private static readonly string s_path = Path.Combine(AppContext.BaseDirectory, "Playbooks", "playbook.schema.json");

    public static TheoryData<string> Shipped => [.. PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks"))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Every_shipped_playbook_validates(string file) =>
        Assert.Empty(await Faults(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_playbook_tells_editors_of_the_schema(string file) =>
        Assert.Equal("# yaml-language-server: $schema=playbook.schema.json", File.ReadLines(file).First());

    [Fact]
    public async Task Every_kind_of_question_validates() => Assert.Empty(await Faults(TextOf.EveryKind));

    [Theory]
    [InlineData("currency: EUR", "curency: EUR")]
    [InlineData("version: 3", "version: three")]
    [InlineData("id: tiny", "id: Tiny one")]
    [InlineData("chance: 0.4", "chance: 40")]
    [InlineData("points: 3, expect: 70", "pionts: 3, expect: 70")]
    [InlineData("text: It fits, points: 3, expect: 70", "text: It fits, points: 3")]
    [InlineData("knocks-out: No fit", "points: 1, knocks-out: No fit")]
    [InlineData("60 days before", "2 months")]
    [InlineData("  options:", "  choices:")]
    [InlineData("  dont-know: 12", "  date: [{id: a, points: 1, expect: 1}, {id: b, points: 2, expect: 1}]")]
    [InlineData("lost-reasons: [No fit, Other]", "lost-reasons: No fit")]
    public async Task A_typical_fault_is_seen_by_the_schema_and_by_the_reader(string line, string instead)
    {
        var text = TextOf.With(line, instead);

        Assert.NotEmpty(await Faults(text));
        Assert.NotEmpty(PlaybookReader.Read(text).Faults);
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        var schema = JsonNode.Parse(File.ReadAllText(s_path))!;
        JsonNode Of(string definition) => schema["definitions"]![definition]!;
        (JsonNode, KeySet)[] pairs =
        [
            (schema, PlaybookKeys.Playbook),
            (Of("worth"), PlaybookKeys.Worth),
            (Of("question"), PlaybookKeys.Question),
            (Of("question")["properties"]!["yes-no"]!, PlaybookKeys.YesNo),
            (Of("option"), PlaybookKeys.Option),
            (Of("yes-or-no"), PlaybookKeys.YesOrNo),
            (Of("money-band"), PlaybookKeys.MoneyBand),
            (Of("number-band"), PlaybookKeys.NumberBand),
            (Of("date-band"), PlaybookKeys.DateBand),
            (Of("may-not-fit"), PlaybookKeys.MayNotFit),
        ];

        Assert.All(pairs, pair =>
        {
            Assert.Equal(pair.Item2.All.Order(), pair.Item1["properties"]!.AsObject().Select(p => p.Key).Order());
            Assert.Equal(pair.Item2.Required.Order(), pair.Item1["required"]!.AsArray().Select(r => r!.GetValue<string>()).Order());
            Assert.False(pair.Item1["additionalProperties"]!.GetValue<bool>());
        });
        Assert.Equal(PlaybookKeys.Kinds, Of("question")["oneOf"]!.AsArray().Select(k => k!["required"]![0]!.GetValue<string>()));
        Assert.Equal(8, schema["definitions"]!.AsObject().Count);
    }

    private static async Task<IEnumerable<string>> Faults(string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(s_path, TestContext.Current.CancellationToken);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return schema.Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()).Select(fault => fault.ToString());
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
            decimal.IsInteger(number) ? JsonValue.Create((long)number) : JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
