using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>Enterprise Grid: one installation for all workspaces of an organisation.</summary>
public sealed class Organisations
{
    [Theory]
    [InlineData("{\"enterprise_id\":\"E1\",\"team_id\":\"T1\",\"user_id\":\"U0LEADBOT\",\"is_bot\":true,\"is_enterprise_install\":true}", "T1", "E1")]
    [InlineData("{\"enterprise_id\":\"E1\",\"team_id\":null,\"user_id\":\"U0LEADBOT\",\"is_bot\":true,\"is_enterprise_install\":true}", "T5", "E1")]
    [InlineData("{\"enterprise_id\":\"E1\",\"team_id\":\"T1\",\"user_id\":\"U0LEADBOT\",\"is_bot\":true,\"is_enterprise_install\":false}", "T1", null)]
    public async Task An_organisations_installation_is_told_from_a_workspaces_own(string authorization, string team, string? enterprise)
    {
        await using var host = await HearingHost.StartAsync();
        var json = Payloads.Event("""{"type":"message","text":"deals","user":"WDANA","ts":"1.2","channel":"D1","channel_type":"im"}""", team: "T5");

        await host.EventAsync(System.Text.RegularExpressions.Regex.Replace(json, "\"authorizations\":\\[.*\\]", $"\"authorizations\":[{authorization}]"));

        var message = Assert.Single(host.Heard);
        Assert.Equal($"slack:{team}", message.Place.Workspace.Value);
        Assert.Equal(new SlackTenant(team, enterprise), SlackAddress.Read(message.Place.Address)!.Tenant);
    }

    [Theory]
    [InlineData(""" "enterprise_id":"E1" """, "slack:E1")]
    [InlineData(""" "team_id":null,"enterprise_id":"E1" """, "slack:E1")]
    [InlineData(""" "team_id":"E1" """, "slack:E1")]
    [InlineData(""" "team_id":"T1","enterprise_id":"E1","authorizations":[{"enterprise_id":"E1","team_id":null,"user_id":"U0LEADBOT","is_bot":true,"is_enterprise_install":true}] """, "slack:E1")]
    [InlineData(""" "team_id":"T1","enterprise_id":"E1","authorizations":[{"enterprise_id":"E1","team_id":"T1","user_id":"U0LEADBOT","is_bot":true,"is_enterprise_install":false}] """, "slack:T1")]
    [InlineData(""" "team_id":"T1" """, "slack:T1")]
    public async Task An_organisation_uninstalls_it_for_all_and_a_workspace_for_itself(string said, string gone)
    {
        await using var host = await HearingHost.StartAsync();

        await host.EventAsync($$"""{"token":"x","api_app_id":"A1",{{said}},"event":{"type":"app_uninstalled"},"type":"event_callback","event_id":"Ev111","event_time":1606805974}""");

        var message = Assert.Single(host.Heard);
        Assert.Equal(gone, message.Place.Workspace.Value);
        Assert.Equal(new Said.Removed(Everywhere: true), message.Said);
    }

    [Fact]
    public async Task Each_workspace_it_is_taken_out_of_is_told_of_once()
    {
        await using var host = await HearingHost.StartAsync();
        const string Revoked = """{"token":"x","team_id":"T5","enterprise_id":"E1","api_app_id":"A1","event":{"type":"team_access_revoked","team_ids":["T1","T2","T1",7]},"type":"event_callback","event_id":"Ev222","event_time":1606805974}""";

        await host.EventAsync(Revoked);

        Assert.Equal([("Ev222|T1", "slack:T1"), ("Ev222|T2", "slack:T2")], host.Heard.Select(message => (message.EventKey, message.Place.Workspace.Value)));
        Assert.All(host.Heard, message => Assert.Equal((new Said.Removed(Everywhere: true), "slack:E1"), (message.Said, message.Place.Organisation?.Value)));
    }

    [Fact]
    public async Task A_press_in_an_organisations_installation_may_name_the_workspace_with_the_person_alone()
    {
        await using var host = await HearingHost.StartAsync();

        await host.InteractAsync(Payloads.Interaction("shortcut", """ "callback_id":"qualify_deal" """, team: "null", install: "true"));

        Assert.Equal(new SlackTenant("T1", "E1"), SlackAddress.Read(Assert.Single(host.Heard).Place.Address)!.Tenant);
    }
}
