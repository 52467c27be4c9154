using LeadBot.Channels.BotFramework.Incoming;
using LeadBot.Dialog.Incoming;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Channels.BotFramework.Tests;

public sealed class ActivityReaderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_activity_without_sender_conversation_channel_or_way_back_is_nothing_to_hear()
    {
        Assert.NotNull(Read(_ => { }));
        Assert.Null(Read(a => a.From = null));
        Assert.Null(Read(a => a.From!.Id = ""));
        Assert.Null(Read(a => a.Conversation = null));
        Assert.Null(Read(a => a.Conversation!.Id = null));
        Assert.Null(Read(a => a.ChannelId = null));
        Assert.Null(Read(a => a.ServiceUrl = null));
    }

    [Theory]
    [InlineData("installationUpdate", "add", typeof(Said.Arrived))]
    [InlineData("installationUpdate", "add-upgrade", typeof(Said.Arrived))]
    [InlineData("installationUpdate", "remove", typeof(Said.Removed))]
    [InlineData("installationUpdate", "remove-upgrade", null)]
    [InlineData("installationUpdate", null, null)]
    [InlineData("messageReaction", null, null)]
    [InlineData("invoke", null, null)]
    public void Being_installed_is_an_arrival_and_being_uninstalled_a_removal(string type, string? action, Type? said) =>
        Assert.Equal(said, Read(a => (a.Type, a.Action) = (type, action))?.Said.GetType());

    [Theory]
    [InlineData("installationUpdate", "add", true)]
    [InlineData("installationUpdate", "add-upgrade", false)]
    [InlineData("conversationUpdate", null, false)]
    public void Only_who_installs_is_the_installer(string type, string? action, bool installed) =>
        Assert.Equal(new Said.Arrived(installed), Read(a => (a.Type, a.Action, a.MembersAdded) = (type, action, [new ChannelAccount { Id = "bot" }]))!.Said);

    [Theory]
    [InlineData("bot", null, typeof(Said.Arrived))]
    [InlineData(null, "bot", typeof(Said.Removed))]
    [InlineData("somebody", "somebody", null)]
    [InlineData(null, null, null)]
    public void Only_the_bots_own_coming_and_going_is_heard(string? added, string? removed, Type? said) =>
        Assert.Equal(said, Read(a =>
        {
            a.Type = "conversationUpdate";
            a.MembersAdded = added is null ? null : [new ChannelAccount { Id = added }];
            a.MembersRemoved = removed is null ? null : [new ChannelAccount { Id = removed }];
        })?.Said.GetType());

    [Fact]
    public void Who_has_no_entra_id_is_known_by_the_channels_id()
    {
        Assert.Equal("rep", Read(_ => { })!.From.Id.Value);
        Assert.Equal("entra", Read(a => a.From!.AadObjectId = "entra")!.From.Id.Value);
        Assert.Equal("rep", Read(a => a.From!.AadObjectId = "")!.From.Id.Value);
    }

    [Fact]
    public void A_conversation_belongs_to_its_tenant_else_to_the_local_workspace_or_the_channel()
    {
        Assert.Equal("local", Read(_ => { })!.Place.Workspace.Value);
        Assert.Equal("webchat", Read(_ => { }, isLocal: false)!.Place.Workspace.Value);
        Assert.Equal("msteams:t", Read(a => a.Conversation!.TenantId = "t")!.Place.Workspace.Value);
    }

    [Theory]
    [InlineData("channel", true, PlaceKind.Thread)]
    [InlineData("groupChat", true, PlaceKind.GroupChat)]
    [InlineData(null, true, PlaceKind.GroupChat)]
    [InlineData("personal", false, PlaceKind.Direct)]
    [InlineData("personal", null, PlaceKind.Direct)]
    [InlineData(null, null, PlaceKind.Direct)]
    public void Kinds_of_conversation_are_told_apart(string? type, bool? isGroup, PlaceKind kind) =>
        Assert.Equal(kind, Read(a => (a.Conversation!.ConversationType, a.Conversation.IsGroup) = (type, isGroup))!.Place.Kind);

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=17", "19:abc@thread.tacv2")]
    [InlineData("19:abc@thread.tacv2", "19:abc@thread.tacv2")]
    public void A_threads_team_channel_is_its_id_without_the_message(string conversation, string channel) =>
        Assert.Equal(channel, Read(a => (a.Conversation!.ConversationType, a.Conversation.Id) = ("channel", conversation))!.Place.TeamChannel);

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=17")]
    [InlineData("19:abc@thread.tacv2")]
    public void A_threads_team_address_is_that_of_the_channel_itself_and_of_nobody_in_it(string conversation)
    {
        var place = Read(a =>
        {
            a.ChannelId = "msteams";
            a.Conversation = new() { Id = conversation, ConversationType = "channel", IsGroup = true, TenantId = "t" };
        })!.Place;
        Assert.Equal(conversation, place.Conversation);
        Assert.Equal(
            """{"serviceUrl":"http://127.0.0.1:1","channelId":"msteams","conversation":{"id":"19:abc@thread.tacv2","conversationType":"channel","tenantId":"t","isGroup":true},"bot":{"id":"bot","name":"LeadBot"}}""",
            place.TeamAddress);
    }

    [Fact]
    public void Elsewhere_there_is_no_team_address() => Assert.Null(Read(_ => { })!.Place.TeamAddress);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("Middle-earth/Shire", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_time_zone_is_an_iana_id_or_nothing(string? said, string? zone) =>
        Assert.Equal(zone, Read(a => a.LocalTimezone = said)!.From.TimeZone);

    [Theory]
    [InlineData("msteams", "plain", "&lt;5k&gt; &amp;&nbsp;more", "<5k> & more")]
    [InlineData("msteams", "plain", "<at>Sam</at> said no", "@Sam said no")]
    [InlineData("msteams", "plain", "give Acme to <at id=\"0\"> Kim Lee </at>", "give Acme to @Kim Lee")]
    [InlineData("msteams", "xml", "<p>give Acme to <at>Kim Lee</at></p>", "give Acme to @Kim Lee")]
    [InlineData("msteams", "plain", "<attachment id=\"17\"></attachment>as she said", "as she said")]
    [InlineData("msteams", "xml", "<p>about <b>5k</b></p>", "about  5k")]
    [InlineData("webchat", "plain", "AT&amp;T <at>", "AT&amp;T <at>")]
    [InlineData("webchat", null, "  two \n lines ", "two \n lines")]
    public void A_text_comes_as_it_was_typed(string channel, string? format, string text, string typed) =>
        Assert.Equal(new Said.Typed(typed), Read(a => (a.ChannelId, a.TextFormat, a.Text) = (channel, format, text))!.Said);

    [Fact]
    public void An_empty_message_is_empty_words() => Assert.Equal(new Said.Typed(""), Read(a => a.Text = null)!.Said);

    [Fact]
    public void The_same_event_has_the_same_key_and_another_has_another()
    {
        static string Key(Action<Activity> change) => Read(change)!.EventKey;
        Assert.Equal("webchat|c|1", Key(_ => { }));
        Assert.Equal(Key(a => a.Id = null), Key(a => a.Id = null));
        Assert.NotEqual(Key(a => a.Id = null), Key(a => (a.Id, a.Text) = (null, "no")));
        Assert.NotEqual(Key(a => a.Id = null), Key(a => (a.Id, a.Timestamp) = (null, Noon.AddSeconds(1))));
        Assert.NotEqual(Key(a => (a.Id, a.Timestamp) = (null, null)), Key(a => (a.Id, a.Timestamp) = (null, null)));
    }

    [Fact]
    public void A_key_never_passes_400_characters()
    {
        var one = Read(a => a.Conversation!.Id = new string('x', 500) + "1")!.EventKey;
        var two = Read(a => a.Conversation!.Id = new string('x', 500) + "2")!.EventKey;
        Assert.NotEqual(one, two);
        Assert.InRange(one.Length, 1, 400);
    }

    [Fact]
    public void The_address_is_the_conversation_reference_as_json()
    {
        var address = Read(a => a.Conversation!.TenantId = "t")!.Place.Address;
        Assert.Equal(
            """{"serviceUrl":"http://127.0.0.1:1","channelId":"webchat","conversation":{"id":"c","tenantId":"t"},"bot":{"id":"bot","name":"LeadBot"},"user":{"id":"rep","name":"Sam"}}""",
            address);
        Assert.Equal(address, Address.Read(address)!.ToString());
    }

    private static IncomingMessage? Read(Action<Activity> change, bool isLocal = true)
    {
        var activity = new Activity
        {
            Type = "message", Id = "1", Text = "yes", ChannelId = "webchat", ServiceUrl = "http://127.0.0.1:1", Timestamp = Noon,
            From = new() { Id = "rep", Name = "Sam" }, Recipient = new() { Id = "bot", Name = "LeadBot" }, Conversation = new() { Id = "c" },
        };
        change(activity);
        return new ActivityReader("botframework", isLocal, new FakeTimeProvider(Noon)).Read(activity);
    }
}
