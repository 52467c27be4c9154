using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>In a channel shared by two companies (Slack Connect) only those of the one that installed the bot are heard.</summary>
public sealed class PeopleOfOtherCompanies
{
    [Theory]
    [InlineData("\"user_team\":\"T9\",\"team\":\"T9\"", false)]
    [InlineData("\"user_team\":\"E9\",\"team\":\"E9\"", false)]
    [InlineData("\"team\":\"T9\"", false)]
    [InlineData("\"user_team\":null,\"team\":\"T1\",\"source_team\":\"T9\"", true)]
    [InlineData("\"user_team\":\"T1\",\"team\":\"T1\"", true)]
    [InlineData("\"source_team\":\"T9\"", true)]
    public async Task A_mention_of_theirs_is_told_so_alone_and_nothing_of_it_is_kept(string whose, bool heard)
    {
        await using var host = await HearingHost.StartAsync();

        await host.EventAsync(Shared(Payloads.Mention()).Replace("\"user\":\"UDANA\"", $"\"user\":\"UDANA\",{whose}", StringComparison.Ordinal));
        await host.SettleAsync();

        Assert.Equal(heard ? 1 : 0, host.Heard.Count);
        Assert.Equal(
            heard ? [] : [("C1", "UDANA", StrangerWords.MembersOnly)],
            host.Slack.Of("chat.postEphemeral").Select(call => (call.Fields["channel"], call.Fields["user"], call.Fields["text"])));
    }

    [Fact]
    public async Task Their_words_in_a_thread_are_passed_over_without_a_word()
    {
        await using var host = await HearingHost.StartAsync();
        host.Live.Add("T1:C1:1763888000.000100");

        await host.EventAsync(Shared(Payloads.InChannel(more: ",\"user_team\":\"T9\"")));
        await host.SettleAsync();

        Assert.Empty(host.Heard);
        Assert.Empty(host.Slack.Calls);
    }

    [Fact]
    public async Task In_a_channel_of_one_company_nobody_is_a_stranger()
    {
        await using var host = await HearingHost.StartAsync();

        await host.EventAsync(Payloads.Mention().Replace("\"user\":\"UDANA\"", "\"user\":\"UDANA\",\"team\":\"T9\"", StringComparison.Ordinal));

        Assert.Single(host.Heard);
    }

    [Theory]
    [InlineData("E9", "null", false)]
    [InlineData("E9", """{"id":"E1","name":"Acme Group"}""", false)]
    [InlineData("E1", """{"id":"E1","name":"Acme Group"}""", true)]
    public async Task A_press_of_theirs_is_told_so_alone_but_for_a_colleague_of_another_workspace(string organisation, string enterprise, bool heard)
    {
        await using var host = await HearingHost.StartAsync();
        host.Slack.Says("users.info", $$"""{"ok":true,"user":{"id":"UDANA","name":"dana","team_id":"T9","enterprise_user":{"id":"UDANA","enterprise_id":"{{organisation}}"} } }""");

        await host.InteractAsync(Payloads.Press()
            .Replace("\"team_id\":\"T1\"", "\"team_id\":\"T9\"", StringComparison.Ordinal)
            .Replace("""{"id":"E1","name":"Acme Group"}""", enterprise, StringComparison.Ordinal));
        await host.SettleAsync();

        Assert.Equal(heard ? 1 : 0, host.Heard.Count);
        Assert.Equal(heard ? [] : [StrangerWords.MembersOnly], host.Slack.Of("x").Select(call => call.Fields["text"]));
    }

    private static string Shared(string json) => json.Replace("\"is_ext_shared_channel\":false", "\"is_ext_shared_channel\":true", StringComparison.Ordinal);
}
