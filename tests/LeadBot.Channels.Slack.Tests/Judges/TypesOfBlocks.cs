using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Tests.Blocks;

namespace LeadBot.Channels.Slack.Tests.Judges;

/// <summary>Slack's own TypeScript types judge what we send.</summary>
public sealed class TypesOfBlocks
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The published types let any object with a type pass for a block; only the known ones do here.
    private const string Types = """
        import type { HomeView, KnownBlock, ModalView } from '@slack/types';
        import type { ChatPostMessageArguments } from '@slack/web-api';
        type Known<T> = Omit<T, 'blocks'> & { blocks: KnownBlock[] };
        type Message = ChatPostMessageArguments & { blocks: KnownBlock[] };

        """;

    [Fact]
    public async Task Slacks_types_take_every_message_form_and_page_the_dialog_makes()
    {
        var source = new StringBuilder(Types);
        Declare(source, "Message", DialogCards.All.Select(card =>
        {
            var message = SlackMessages.Of(card);
            message["channel"] = "C1";
            return message;
        }));
        Declare(source, "Known<ModalView>", DialogCards.All.Select(card => Modals.Of(card, "there")!));
        Declare(source, "Known<HomeView>", DialogCards.All.Select(Homes.Of));
        Assert.Empty(await JudgeAsync("judged.ts", source.ToString()));
    }

    [Fact]
    public async Task They_would_not_take_a_slip()
    {
        string[] slips =
        [
            """{ type: 'section', text: { type: 'plain_tex', text: 'x' } }""",
            """{ type: 'sections', text: { type: 'plain_text', text: 'x' } }""",
            """{ type: 'header' }""",
            """{ type: 'actions', elements: [{ type: 'button', text: 'x' }] }""",
            """{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'x' }, style: 'green' }] }""",
            """{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'txt', text: 'x' }] }] }""",
            """{ type: 'divider', wide: true }""",
        ];
        var said = await JudgeAsync("slips.ts", Types + string.Concat(slips.Select((slip, i) => $"export const slip{i}: KnownBlock = {slip};\n")));
        var first = Types.Count(letter => letter == '\n') + 1;
        Assert.All(slips.Select((_, i) => $"slips.ts({first + i},"), at => Assert.Contains(at, said, StringComparison.Ordinal));
    }

    /// <summary>One of each shape: types do not care for words.</summary>
    private static void Declare(StringBuilder source, string type, IEnumerable<JsonObject> made)
    {
        var shapes = made.DistinctBy(json => Shape("", json)).ToList();
        Assert.InRange(shapes.Count, 20, 2000);
        source.Append("export const ").Append(type.Where(char.IsLetter).ToArray()).Append(": ").Append(type).Append("[] = [\n");
        shapes.ForEach(json => source.Append(json.ToJsonString(s_json)).Append(",\n"));
        source.Append("];\n");
    }

    private static string Shape(string name, JsonNode? node) => node switch
    {
        JsonObject fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Shape(field.Key, field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => Shape(name, item)).Distinct())}]",
        JsonValue value when name is "type" or "style" => value.ToString(),
        _ => node?.GetValueKind().ToString() ?? "",
    };

    private static async Task<string> JudgeAsync(string name, string source)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Node.Project, "artifacts"));
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, source, TestContext.Current.CancellationToken);
        return await Node.CompileAsync(file);
    }
}
