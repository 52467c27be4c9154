using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
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

    [Theory, MemberData(nameof(Releases))]
    public void Histories_of_every_release_are_read(string release) => AreRead(release, "histories", s_documents.IReadOnlyListHappening);

    [Theory, MemberData(nameof(Releases))]
    public void What_managers_have_to_hear_of_is_read_of_every_release(string release) => AreRead(release, "raised", s_documents.Raised);

    [Theory]
    [InlineData(typeof(Waiting), "for", "conversations")]
    [InlineData(typeof(Answer), "is", "deals")]
    [InlineData(typeof(CardPart), "is", "cards")]
    [InlineData(typeof(Happening), "is", "histories")]
    public void Every_kind_of_thing_that_can_be_stored_is_among_the_files(Type kinds, string field, string file)
    {
        var texts = Texts(file);

        Assert.All(kinds.GetCustomAttributes<JsonDerivedTypeAttribute>(), kind => Assert.Contains($"\"{field}\": \"{kind.TypeDiscriminator}\"", texts, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(Conversation), "conversations")]
    [InlineData(typeof(Deal), "deals")]
    [InlineData(typeof(Card), "cards")]
    [InlineData(typeof(TurnResponse), "*")]
    [InlineData(typeof(Person), "people")]
    [InlineData(typeof(Workspace), "workspaces")]
    [InlineData(typeof(IReadOnlyList<Happening>), "histories")]
    public void Every_field_that_can_be_stored_is_among_the_files(Type document, string file)
    {
        var texts = Texts(file);

        Assert.All(Fields(document, []), field => Assert.Contains($"\"{field}\":", texts, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Releases))]
    public void A_deal_read_and_written_again_is_the_same_to_the_letter_unless_an_older_release_wrote_it(string release)
    {
        var newest = Releases.Select(r => r.Data).Max(StringComparer.Ordinal);
        Assert.All(JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, release, "deals.json")))!.AsArray(), stored =>
        {
            var written = Again(stored!.ToJsonString());
            Assert.Equal(written, Again(written));
            if (release == newest)
            {
                Assert.True(JsonNode.DeepEquals(stored, JsonNode.Parse(written)), $"{stored} became {written}");
            }
        });

        static string Again(string text) => JsonSerializer.Serialize(JsonSerializer.Deserialize(text, s_documents.Deal)!, s_documents.Deal);
    }

    [Fact]
    public void Fields_of_a_newer_release_are_passed_over() =>
        Assert.Equal("Hello.", JsonSerializer.Deserialize("""{"newer":[1],"summary":"Hello.","parts":[],"buttons":[]}""", s_documents.Card)!.Summary);

    private static string Texts(string file) =>
        string.Concat(Directory.GetFiles(Golden, $"{file}.json", SearchOption.AllDirectories).Select(File.ReadAllText));

    /// <summary>The names of all fields of a type, of the types of those, and of their kinds.</summary>
    private static IEnumerable<string> Fields(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || s_documents.GetTypeInfo(type) is not { } info)
        {
            return [];
        }

        var kinds = info.PolymorphismOptions?.DerivedTypes.SelectMany(kind => Fields(kind.DerivedType, seen)) ?? [];
        var items = info.ElementType is { } element ? Fields(element, seen) : [];
        return [.. info.Properties.Where(field => field.Get is not null).SelectMany(field => Fields(field.PropertyType, seen).Prepend(field.Name)), .. kinds, .. items];
    }

    private static void AreRead<T>(string release, string file, JsonTypeInfo<T> type)
    {
        var path = Path.Combine(Golden, release, $"{file}.json");
        if (release == "0.1.0" && !File.Exists(path))
        {
            // It stored nothing of the kind.
            return;
        }

        var stored = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
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
