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
        foreach (var (card, i) in DialogCards.All.Select((card, i) => (card, i)))
        {
            var message = SlackMessages.Of(card);
            message["channel"] = "C1";
            Declare(source, $"message{i}: Message", message);
            Declare(source, $"form{i}: Known<ModalView>", Modals.Of(card, "there")!);
            Declare(source, $"page{i}: Known<HomeView>", Homes.Of(card));
        }

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

    private static void Declare(StringBuilder source, string what, JsonObject json) => source.Append("export const ").Append(what).Append(" = ").Append(json.ToJsonString(s_json)).Append(";\n");

    private static async Task<string> JudgeAsync(string name, string source)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Node.Project, "artifacts"));
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, source, TestContext.Current.CancellationToken);
        return await Node.CompileAsync(file);
    }
}
