using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Tests.Json;

/// <summary>
/// What each release wrote, kept under its number: a later one reads it and writes every field of it again. Add the
/// files of a release when it is made; never change them afterwards.
/// </summary>
public sealed class StoredDocuments
{
    private static readonly StoredJson s_documents = StoredJson.Documents;

    public static TheoryData<string> Releases => [.. Directory.GetDirectories(Golden).Select(path => Path.GetFileName(path))];

    private static string Golden => Path.Combine(AppContext.BaseDirectory, "Json", "Golden");

    [Theory, MemberData(nameof(Releases))]
    public void Conversations_of_every_release_are_read(string release) => AreRead(release, "conversations", s_documents.Conversation);

    [Theory, MemberData(nameof(Releases))]
    public void Deals_of_every_release_are_read(string release) => AreRead(release, "deals", s_documents.Deal);

    [Theory, MemberData(nameof(Releases))]
    public void Cards_in_the_outbox_of_every_release_are_read(string release) => AreRead(release, "cards", s_documents.Card);

    [Theory, MemberData(nameof(Releases))]
    public void Responses_of_every_release_are_read(string release) => AreRead(release, "responses", s_documents.TurnResponse);

    [Theory, MemberData(nameof(Releases))]
    public void People_of_every_release_are_read(string release) => AreRead(release, "people", s_documents.Person);

    [Theory, MemberData(nameof(Releases))]
    public void Workspaces_of_every_release_are_read(string release) => AreRead(release, "workspaces", s_documents.Workspace);

    [Theory]
    [InlineData(typeof(Waiting), "for")]
    [InlineData(typeof(Answer), "is")]
    [InlineData(typeof(CardPart), "is")]
    public void Every_kind_of_thing_that_can_be_stored_is_among_the_files(Type kinds, string field)
    {
        var texts = string.Concat(Directory.GetFiles(Golden, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(kinds.GetCustomAttributes<JsonDerivedTypeAttribute>(), kind => Assert.Contains($"\"{field}\": \"{kind.TypeDiscriminator}\"", texts, StringComparison.Ordinal));
    }

    [Fact]
    public void Fields_of_a_newer_release_are_passed_over() =>
        Assert.Equal("Hello.", JsonSerializer.Deserialize("""{"newer":[1],"summary":"Hello.","parts":[],"buttons":[]}""", s_documents.Card)!.Summary);

    private static void AreRead<T>(string release, string file, JsonTypeInfo<T> type)
    {
        var stored = JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, release, $"{file}.json")))!.AsArray();
        Assert.NotEmpty(stored);
        Assert.All(stored, document => Holds(JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(document, type)!, type), document));
    }

    private static void Holds(JsonNode? written, JsonNode? stored)
    {
        switch (stored)
        {
            case JsonObject fields:
                Assert.All(fields, field => Holds(Assert.IsType<JsonObject>(written)[field.Key], field.Value));
                break;
            case JsonArray items:
                Assert.Equal(items.Count, Assert.IsType<JsonArray>(written).Count);
                Assert.All(items, (item, at) => Holds(written![at], item));
                break;
            default:
                Assert.True(JsonNode.DeepEquals(written, stored), $"{stored?.ToJsonString()} became {written?.ToJsonString() ?? "nothing"}");
                break;
        }
    }
}
