using System.Net;
using LeadBot.Host.Delivery;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.Startup;

public sealed class HealthTests
{
    [Fact]
    public async Task A_host_whose_database_is_gone_lives_and_is_not_ready()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve(["--urls", "http://127.0.0.1:0", .. ServerDatabases.Settings(directory.Path)]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, await Ask("ready"));
        app.Services.GetRequiredService<Store>().Dispose();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask("ready"));
        Assert.Equal(HttpStatusCode.OK, await Ask("live"));
        await app.StopAsync(TestContext.Current.CancellationToken);

        async Task<HttpStatusCode> Ask(string what)
        {
            using var answer = await client.GetAsync(new Uri($"/healthz/{what}", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_host_that_delivers_nothing_is_not_ready()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve(["--urls", "http://127.0.0.1:0", .. ServerDatabases.Settings(directory.Path)]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await app.Services.GetRequiredService<OutboxDelivery>().StopAsync(TestContext.Current.CancellationToken);

        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
