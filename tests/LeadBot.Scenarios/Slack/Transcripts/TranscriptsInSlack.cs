using System.Text.Json;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Playbooks;
using LeadBot.Scenarios.Architecture;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>Every transcript of the pure dialog, unchanged, from Slack's payloads to what its people see.</summary>
public sealed class TranscriptsInSlack
{
    private static readonly string s_playbooks = Path.Combine(AppContext.BaseDirectory, "PlaybooksOfTests");

    private static string Folder => Path.Combine(SourceTree.Root, "tests/LeadBot.Dialog.Tests/Transcripts");

    public static TheoryData<string> Transcripts => [.. Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Select(name => name!)];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task A_transcript_goes_in_Slack_as_it_was_recorded(string name)
    {
        await using var host = await SlackHost.StartAsync(slack => [.. slack.OverHttp, "--LeadBot:PlaybookDirectory", s_playbooks, "--LeadBot:OnlyOwnPlaybooks", "true"], new Desk().Now);
        await host.NothingComesByItselfAsync();
        // All that is done between two remarks about time is done within its minute.
        host.Slack.Pause = () => host.Store.PassAsync(host.Clock, TimeSpan.FromSeconds(1));

        await new TranscriptInSlack(host).PlayAsync([.. TranscriptStep.Read(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.txt"), TestContext.Current.CancellationToken))]);
    }

    [Fact]
    public void The_playbook_of_the_transcripts_is_the_same_as_a_file()
    {
        var read = PlaybookFiles.Read(Path.Combine(s_playbooks, "lose-fast.yaml")).Reading.Playbook!;

        Assert.Equal(Text(LoseFast.Playbook), Text(read with { Hash = LoseFast.Playbook.Hash }));
    }

    private static string Text(Playbook playbook) => JsonSerializer.Serialize(playbook);
}
