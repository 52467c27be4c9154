using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadBot.Benchmarks.Sweeps;

namespace LeadBot.Benchmarks.Storm;

/// <summary>As little as a program can do that posts everybody's digest: one body after the other, each to its channel, as many at a time as LeadBot. Its own process.</summary>
internal static class BarePosts
{
    public const string Command = "bare-posts";

    private const int AtATime = 128;

    /// <summary>Leaves in the directory what that process is to post.</summary>
    public static async Task PrepareAsync(string directory, byte[] digest, string apiBaseUrl, int people)
    {
        var text = Encoding.UTF8.GetString(digest);
        var at = text.LastIndexOf("\"channel\":\"D", StringComparison.Ordinal) + 12;
        var post = new Posts(new Uri(new Uri(apiBaseUrl), "chat.postMessage"), text[..at], text[text.IndexOf('"', at)..], people);
        await File.WriteAllTextAsync(Path.Combine(directory, "posts.json"), JsonSerializer.Serialize(post));
    }

    public static async Task RunAsync(string directory, CancellationToken stop)
    {
        var posts = JsonSerializer.Deserialize<Posts>(await File.ReadAllTextAsync(Path.Combine(directory, "posts.json"), stop))!;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
        var since = Since.Now();
        await Parallel.ForAsync(0, posts.People, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (person, _) =>
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(posts.Before, person.ToString(CultureInfo.InvariantCulture), posts.After)));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var request = new HttpRequestMessage(HttpMethod.Post, posts.To) { Content = content };
            using var response = await http.SendAsync(request, stop);
            await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null, stop);
        });
        Console.WriteLine(JsonSerializer.Serialize(since.Measured(posts.People)));
    }

    private sealed record Posts(Uri To, string Before, string After, int People);
}
