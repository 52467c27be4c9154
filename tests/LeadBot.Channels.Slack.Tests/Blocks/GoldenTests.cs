using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Blocks;
using LeadBot.Channels.Slack.Tests.Seen;

namespace LeadBot.Channels.Slack.Tests.Blocks;

/// <summary>
/// Messages, forms and pages as they look on the wire, in <c>Golden/</c>. With the environment variable
/// <c>LEADBOT_WRITE_GOLDEN</c> set, the files are written anew; look at the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("message", "why this question")]
    [InlineData("message", "walk away, of an awkward name")]
    [InlineData("message", "why lost")]
    [InlineData("message", "the next step")]
    [InlineData("message", "digest")]
    [InlineData("form", "a question")]
    [InlineData("form", "why lost")]
    [InlineData("form", "the other reason")]
    [InlineData("form", "until when")]
    [InlineData("home", "deals")]
    public void It_looks_as_it_did(string surface, string kind)
    {
        var card = (surface == "form" ? Kinds.Forms : Kinds.All).Single(k => k.Name == kind).Card;
        JsonNode made = surface switch { "message" => SlackMessages.Of(card), "form" => Modals.Of(card, "there")!, _ => Homes.Of(card) };
        var json = made.ToJsonString(s_indented) + "\n";
        var name = $"{surface}-{kind.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-')}.json";
        if (Environment.GetEnvironmentVariable("LEADBOT_WRITE_GOLDEN") is not null)
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(Here())!, "Golden", name), json);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Blocks", "Golden", name)).ReplaceLineEndings("\n"), json);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
