using LeadBot.Domain.Playbooks;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Tests.Playbooks;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.CommandLine;

public sealed class PlaybookCheckTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _directory.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void A_sound_playbook_is_reported_with_what_it_would_say()
    {
        Assert.Equal(ExitCodes.Done, Check(Path.Combine(PlaybookCatalogue.Shipped, "lose-fast.yaml")));

        var lines = _output.ToString().Split(Environment.NewLine);
        Assert.Equal("Lose fast (lose-fast, version 1): 8 questions, no faults.", lines[0]);
        Assert.Equal("All-neutral answers come to Park.", lines[2]);
        Assert.Equal(["Pursue", "AskFirst", "Park", "WalkAway"], lines[4..8].Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.Matches("^  WalkAway  [1-5][0-9] %  █+$", lines[7]);
        Assert.Matches(@"^Expected until settled: \d\.\d questions, \d+ s \(in written order \d\.\d questions, \d+ s\)\.$", lines[8]);
        Assert.Equal(["", ""], lines[9..].Append("").Take(2));
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void The_shares_add_up()
    {
        Check(Path.Combine(PlaybookCatalogue.Shipped, "bant.yaml"));

        var shares = _output.ToString().Split(Environment.NewLine)[4..8].Select(l => int.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(shares.Sum(), 98, 102);
    }

    [Fact]
    public void A_lopsided_playbook_is_warned_about()
    {
        var reading = PlaybookReader.Read(TextOf.With("text: Never, knocks-out: No fit, expect: 30", "text: Never, knocks-out: No fit, expect: 500"));

        Assert.Matches(@"Warning: WalkAway is expected for [89]\d % of deals, over 60 %\. It throws", PlaybookReport.Of(reading.Playbook!));
    }

    [Fact]
    public void Faults_are_told_by_line_and_refused()
    {
        Assert.Equal(ExitCodes.Refused, Check(Write(TextOf.With("version: 3", "version: x").Replace("pursue-at", "pursueat", StringComparison.Ordinal))));

        Assert.Empty(_output.ToString());
        Assert.Equal(
            ["line 1: A playbook needs 'pursue-at'.", "line 2: 'version' must be a whole number.", "line 5: A playbook has no 'pursueat'. Did you mean 'pursue-at'?", ""],
            _errors.ToString().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("id: tiny", "id: Tiny One", 1)]
    [InlineData("currency: EUR", "currency: euro", 4)]
    [InlineData("pursue-at: 6", "pursue-at: 600", 5)]
    [InlineData("chance: 0.4", "chance: 40", 8)]
    [InlineData("worth: {price: price", "worth: {price: fit", 8)]
    [InlineData("  seconds: 20", "  seconds: 0", 14)]
    [InlineData("id: never", "id: fits", 18)]
    [InlineData("  - {id: low, below: 500, points: -2, expect: 40}\n", "", 24)]
    [InlineData("below: 500", "below: -1", 25)]
    [InlineData("within: 90", "within: 0", 41)]
    [InlineData("parks: 1 day", "parks: 9 days before", 51)]
    [InlineData("if-true: price", "if-true: prize", 53)]
    [InlineData("[No fit, Other]", "[No fit, Too dear]", 54)]
    public void What_makes_no_sense_is_told_by_line(string line, string instead, int at)
    {
        var faults = PlaybookReader.Read(TextOf.With(line, instead)).Faults;

        Assert.Contains(at, faults.Select(f => f.Line));
    }

    [Fact]
    public void Nonsense_in_a_sound_question_is_told_beside_what_cannot_be_read()
    {
        var text = TextOf.With("version: 3", "version: x").Replace("  seconds: 20", "  seconds: 0", StringComparison.Ordinal);

        Assert.Equal([2, 14], PlaybookReader.Read(text).Faults.Select(f => f.Line));
    }

    [Fact]
    public void A_missing_file_is_said_in_a_sentence()
    {
        Assert.Equal(ExitCodes.Refused, Check("nowhere.yaml"));

        Assert.Equal($"There is no file nowhere.yaml.{Environment.NewLine}", _errors.ToString());
    }

    [Fact]
    public void A_directory_is_said_to_be_one()
    {
        Assert.Equal(ExitCodes.Refused, Check(_directory.Path));

        Assert.Equal($"{_directory.Path} is a directory. Name a playbook's file in it.{Environment.NewLine}", _errors.ToString());
    }

    private int Check(string file) => PlaybookCommand.Check(file, _output, _errors);

    private string Write(string text)
    {
        var path = Path.Combine(_directory.Path, "playbook.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
