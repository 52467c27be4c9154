using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Crashes;

public sealed class ASecondHost : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Over_the_same_directory_it_says_so_in_one_sentence_and_ends_with_1()
    {
        using var first = Store.Open(_directory.Path);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => HostProcess.StartAsync(_directory.Path));

        Assert.Equal(
            $"The host ended with 1: Another LeadBot already uses the data directory {_directory.Path}: stop it, or name another one in LeadBot:DataDirectory.",
            refused.Message.Trim());
    }

    public void Dispose() => _directory.Dispose();
}
