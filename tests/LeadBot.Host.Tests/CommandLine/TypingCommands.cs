using LeadBot.Host.CommandLine;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.CommandLine;

public sealed class TypingCommands
{
    [Theory]
    [InlineData("chatt")]
    [InlineData("--nonsense")]
    [InlineData("playbook")]
    [InlineData("playbook", "check")]
    [InlineData("playbook", "check", "a.yaml", "b.yaml")]
    public async Task Wrong_use_gets_a_sentence_and_exit_code_2(params string[] arguments)
    {
        var run = await HostRun.Of(arguments);

        Assert.Equal(ExitCodes.WrongUse, run.ExitCode);
        Assert.EndsWith($"Try --help.{Environment.NewLine}", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var run = await HostRun.Of("--help");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.All(["chat", "playbook", "--urls", "--data-directory", "--version"], word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_is_a_number()
    {
        var run = await HostRun.Of("--version");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Theory]
    [InlineData("LeadBot__PlaybookDirectory", "nowhere", "LeadBot:PlaybookDirectory names nowhere, which is not there: make it, or leave the setting out.")]
    [InlineData("LeadBot__DataDirectory", " ", "LeadBot:DataDirectory is empty: name the directory the database is to live in, or leave the setting out.")]
    [InlineData("LeadBot__Database", "oracle", "LeadBot:Database must be sqlite or postgres.")]
    [InlineData("LeadBot__Database", "postgres", "LeadBot:Database is postgres, and ConnectionStrings:LeadBot does not say where: set it like Host=db.example.com;Database=leadbot;Username=leadbot;Password=….")]
    [InlineData("ConnectionStrings__LeadBot", "Host=db", "ConnectionStrings:LeadBot names a database, and LeadBot:Database does not say postgres: set both, or neither.")]
    [InlineData("LeadBot__Delivery__KeepEventsDays", "0", "LeadBot:Delivery:KeepEventsDays must be from 1 to 3650.")]
    [InlineData("LeadBot__Retention__FinishedDealsDays", "30", "LeadBot:Retention:FinishedDealsDays must be from 90 to 36500, or 0 to keep them for good.")]
    [InlineData("LeadBot__Retention__UninstalledDays", "0", "LeadBot:Retention:UninstalledDays must be from 1 to 3650.")]
    [InlineData("LeadBot__Retention__AuditDays", "29", "LeadBot:Retention:AuditDays must be from 30 to 36500.")]
    [InlineData("LeadBot__Delivery__KeepEventsDays", "many", "Failed to convert configuration value 'many' at 'LeadBot:Delivery:KeepEventsDays' to type 'System.Int32'.")]
    [InlineData("LeadBot__DataDir", "data", "LeadBot:DataDir is not a setting; did you mean LeadBot:DataDirectory?")]
    [InlineData("MicrosoftAppId", "half", null)]
    [InlineData("ASPNETCORE_URLS", "http://localhost:port", "LeadBot cannot listen on 'http://localhost:port': write --urls (or ASPNETCORE_URLS) like http://localhost:3978.")]
    [InlineData("ASPNETCORE_URLS", "localhost", "LeadBot cannot listen on 'localhost': write --urls (or ASPNETCORE_URLS) like http://localhost:3978.")]
    public async Task A_bad_setting_stops_the_start_in_one_sentence(string name, string value, string? sentence)
    {
        using var directory = new TemporaryDirectory();

        var run = await HostRun.Of("", new Dictionary<string, string> { ["LeadBot__DataDirectory"] = directory.Path, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", [name] = value });

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal(sentence ?? run.Errors.Trim(), run.Errors.Trim());
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal).Replace("ASPNETCORE_URLS", "--urls", StringComparison.Ordinal), run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var theirs = new TemporaryDirectory();
        using var ours = new TemporaryDirectory();
        await using var host = await HostProcess.StartAsync(theirs.Path);

        var run = await HostRun.Of("--urls", host.Address.ToString().TrimEnd('/'), "--data-directory", ours.Path);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal($"Failed to bind to address {host.Address.ToString().TrimEnd('/')}: address already in use: stop the other program, or listen elsewhere with --urls.{Environment.NewLine}", run.Errors);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Without_a_channel_an_address_others_can_reach_is_refused()
    {
        using var directory = new TemporaryDirectory();

        var run = await HostRun.Of("--urls", "http://0.0.0.0:0", "--data-directory", directory.Path);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.StartsWith("Without a channel LeadBot listens on this machine only", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_chat_beside_a_running_host_says_so_in_one_sentence()
    {
        using var directory = new TemporaryDirectory();
        await using var host = await HostProcess.StartAsync(directory.Path);

        var run = await HostRun.Of("chat", "--data-directory", directory.Path);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.StartsWith($"Another LeadBot already uses the data directory {directory.Path}", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_running_host_says_that_it_lives_and_is_ready()
    {
        using var directory = new TemporaryDirectory();
        await using var host = await HostProcess.StartAsync(directory.Path);
        using var client = new HttpClient { BaseAddress = host.Address };

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
