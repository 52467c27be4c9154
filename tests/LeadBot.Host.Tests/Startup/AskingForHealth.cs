using LeadBot.Host.CommandLine;
using LeadBot.Host.Startup;
using LeadBot.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.Startup;

public sealed class AskingForHealth
{
    [Theory]
    [InlineData(null, null, "http://localhost:3978/")]
    [InlineData(null, "8080", "http://localhost:8080/")]
    [InlineData("http://*:80;https://*:443", "8080", "http://localhost/")]
    [InlineData("https://*:443;http://+:81", null, "http://localhost:81/")]
    [InlineData("http://0.0.0.0:5000", null, "http://localhost:5000/")]
    [InlineData("http://[::]:5000", null, "http://localhost:5000/")]
    [InlineData("http://127.0.0.1:5000", null, "http://127.0.0.1:5000/")]
    public void It_asks_where_these_settings_listen(string? urls, string? ports, string address) => Assert.Equal(address, Addresses.ToAsk(With(urls, ports)).ToString());

    [Fact]
    public void Where_only_https_is_listened_to_it_says_so() => Assert.Equal(
        "LeadBot listens on https alone here; ask it by its name.",
        Assert.Throws<StartRefusedException>(() => Addresses.ToAsk(With("https://*:443", null))).Message);

    [Fact]
    public async Task A_host_that_can_do_its_work_is_healthy_and_one_that_cannot_is_refused()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve("--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", directory.Path);
        await app.StartAsync(TestContext.Current.CancellationToken);
        string[] there = ["--urls", app.Urls.Single()];
        using var said = new StringWriter();

        Assert.Equal(ExitCodes.Done, await HealthCommand.RunAsync(said, there, TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", said.ToString().Trim());

        await app.Services.GetRequiredService<LeadBot.Host.Delivery.OutboxDelivery>().StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Refused, await HealthCommand.RunAsync(said, there, TestContext.Current.CancellationToken));
        await app.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Refused, await HealthCommand.RunAsync(said, there, TestContext.Current.CancellationToken));
    }

    private static IConfiguration With(string? urls, string? ports) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("urls", urls), KeyValuePair.Create("http_ports", ports)]).Build();
}
