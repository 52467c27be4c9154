using LeadBot.Host.CommandLine;
using LeadBot.Host.ConsoleChat;
using LeadBot.Host.Tests.CommandLine;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.ConsoleChat;

public sealed class ChattingInATerminal : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_deal_is_talked_through_to_a_verdict_by_words_and_numbers()
    {
        var said = await Chat("qualify Acme", "free", "1", "3");

        Assert.Contains("> qualify Acme", said, StringComparison.Ordinal);
        Assert.Contains("✘ Walk away from Acme", said, StringComparison.Ordinal);
        Assert.Contains("Why is Acme lost?", said, StringComparison.Ordinal);
        Assert.True(said.IndexOf("> 3", StringComparison.Ordinal) < said.LastIndexOf("They want it free", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_line_is_answered_before_the_next_is_read()
    {
        var said = await Chat("help", "help", "help");

        var turns = said.Split("> help", StringSplitOptions.None);
        Assert.Equal(4, turns.Length);
        Assert.All(turns[1..], turn => Assert.Equal(turns[1], turn));
        Assert.NotEmpty(turns[1].Trim());
    }

    [Fact]
    public async Task The_welcome_comes_once_and_the_next_start_shows_where_it_was_left()
    {
        var first = await Chat("qualify Acme");
        var second = await Chat("free");

        Assert.StartsWith(first[(first.IndexOf("> qualify Acme", StringComparison.Ordinal) + "> qualify Acme".Length)..].Trim(), second, StringComparison.Ordinal);
        Assert.Contains("Walk away from Acme", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_cannot_steer_the_terminal()
    {
        var said = await Chat("qualify \u001b[2J[red]Acme\u0007", "free");

        Assert.DoesNotContain('\u001b', said);
        Assert.DoesNotContain('\u0007', said);
        Assert.Contains("[red]Acme", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_it()
    {
        var run = await HostRun.Of("help\n", new Dictionary<string, string>(), "chat", "--data-directory", _data.Path);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("> help", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Exit_ends_it_and_leaves_the_question_where_it_is()
    {
        var left = await Chat("qualify Acme", "Exit", "free");
        Assert.DoesNotContain("Walk away", left, StringComparison.Ordinal);
        Assert.Contains("Walk away from Acme", await Chat("free", "quit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_told_to_stop_ends_it()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter();
        using var input = new WaitingReader(stop.Cancel);

        Assert.Equal(ExitCodes.Done, await ChatCommand.RunAsync(new PlainScreen(input, output, echo: true), Settings, stop.Token));
    }

    private string[] Settings => ["--LeadBot:DataDirectory", _data.Path];

    private async Task<string> Chat(params string[] lines)
    {
        using var input = new StringReader(string.Join('\n', lines));
        using var output = new StringWriter();

        Assert.Equal(ExitCodes.Done, await ChatCommand.RunAsync(new PlainScreen(input, output, echo: true), Settings, TestContext.Current.CancellationToken));
        return output.ToString();
    }

    /// <summary>A person who says nothing, and then presses Ctrl-C.</summary>
    private sealed class WaitingReader(Action read) : TextReader
    {
        private readonly ManualResetEventSlim _never = new();

        public override string? ReadLine()
        {
            read();
            _never.Wait(TimeSpan.FromMinutes(1));
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _never.Set();
            base.Dispose(disposing);
        }
    }
}
