using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;

namespace LeadBot.Storage.Json;

/// <summary>
/// The documents in the database. What an earlier release stored must be read by every later one: a new field needs a
/// default, nothing is renamed, and the golden files in the tests hold each release to it.
/// </summary>
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Deal))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(TurnResponse))]
[JsonSerializable(typeof(Raised))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<DealId>))]
[JsonSerializable(typeof(IReadOnlyList<PersonId>))]
[JsonSerializable(typeof(IReadOnlyList<GivenAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<Happening>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, Dictionary<string, int>>>), TypeInfoPropertyName = "Counts")]
public sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>The one way documents are written and read.</summary>
    public static readonly StoredJson Documents = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        // PostgreSQL's jsonb does not keep the order of fields.
        AllowOutOfOrderMetadataProperties = true,
        // The text goes into a database and to no browser.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdJson<WorkspaceId>(text => new(text), id => id.Value),
            new IdJson<PersonId>(text => new(text), id => id.Value),
            new IdJson<PlaybookId>(text => new(text), id => id.Value),
            new IdJson<PlaybookHash>(text => new(text), id => id.Value),
            new IdJson<QuestionId>(text => new(text), id => id.Value),
            new IdJson<OutcomeId>(text => new(text), id => id.Value),
            new IdJson<Domain.DealId>(text => Domain.DealId.Read(text) ?? throw new JsonException("A deal's id is 32 hexadecimal digits."), id => id.ToString()),
        },
    });
}
