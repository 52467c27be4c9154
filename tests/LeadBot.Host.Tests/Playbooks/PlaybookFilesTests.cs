using System.Text;
using LeadBot.Domain;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Tests.Playbooks;

public sealed class PlaybookFilesTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("leadbot-playbooks-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_file_of_ones_own_joins_the_shipped_ones()
    {
        Write("tiny.yaml", TextOf.EveryKind);

        var library = PlaybookCatalogue.Load(_directory.FullName);

        Assert.Equal(["bant", "champ", "freelancer", "lose-fast", "meddic", "tiny"], library.Shelf.Newest.Keys.Select(id => id.Value).Order());
        Assert.Equal(library.Shelf.ByHash.Keys, library.Texts.Keys);
        Assert.Equal("Tiny", library.Read(TextOf.EveryKind).Title);
    }

    [Fact]
    public void A_file_of_ones_own_replaces_the_shipped_one_of_the_same_id()
    {
        Write("ours.yml", TextOf.With("id: tiny", "id: bant"));

        var library = PlaybookCatalogue.Load(_directory.FullName);

        Assert.Equal("Tiny", library.Shelf.Newest[new PlaybookId("bant")].Title);
        Assert.Equal(5, library.Shelf.Newest.Count);
    }

    [Fact]
    public void Faulty_files_stop_the_start_with_every_fault()
    {
        var a = Write("a.yaml", TextOf.With("version: 3", "version: x"));
        var b = Write("b.yaml", TextOf.With("pursue-at: 6", "pursue: 6"));

        var refused = Assert.Throws<StartRefusedException>(() => PlaybookCatalogue.Load(_directory.FullName));

        Assert.Equal(
            [$"{a} line 2: 'version' must be a whole number.", $"{b} line 1: A playbook needs 'pursue-at'.", $"{b} line 5: A playbook has no 'pursue'. Did you mean 'pursue-at'?"],
            refused.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Two_files_of_one_id_stop_the_start()
    {
        Write("a.yaml", TextOf.EveryKind);
        Write("b.yaml", TextOf.EveryKind);

        var refused = Assert.Throws<StartRefusedException>(() => PlaybookCatalogue.Load(_directory.FullName));

        Assert.Contains("b.yaml has the id tiny, which another file beside it has too", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_is_not_there_stops_the_start()
    {
        var refused = Assert.Throws<StartRefusedException>(() => PlaybookCatalogue.Load(Path.Combine(_directory.FullName, "nowhere")));

        Assert.StartsWith("LeadBot:PlaybookDirectory names ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_company_may_offer_its_own_alone()
    {
        Write("a.yaml", TextOf.EveryKind.Replace("id: tiny", "id: lose-fast", StringComparison.Ordinal));

        Assert.Equal(["lose-fast"], PlaybookCatalogue.Load(_directory.FullName, onlyOwn: true).Shelf.Newest.Keys.Select(id => id.Value));
    }

    [Fact]
    public void Its_own_alone_need_one_that_is_used_where_no_other_is_chosen()
    {
        Write("a.yaml", TextOf.EveryKind);

        Assert.StartsWith(
            "LeadBot:OnlyOwnPlaybooks leaves no playbook with the id lose-fast",
            Assert.Throws<StartRefusedException>(() => PlaybookCatalogue.Load(_directory.FullName, onlyOwn: true)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_file_is_refused() => Assert.Contains(
        "larger than 256 kB",
        Assert.Single(PlaybookFiles.Read(Write("huge.yaml", new string('#', PlaybookFiles.LargestBytes + 1))).Reading.Faults).Sentence,
        StringComparison.Ordinal);

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        var path = Path.Combine(_directory.FullName, "latin.yaml");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("title: Käse"));

        Assert.Equal("The file is not UTF-8 text.", Assert.Single(PlaybookFiles.Read(path).Reading.Faults).Sentence);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        var path = Path.Combine(_directory.FullName, "bom.yaml");
        File.WriteAllText(path, TextOf.EveryKind, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(PlaybookReader.HashOf(TextOf.EveryKind), PlaybookFiles.Read(path).Reading.Playbook?.Hash);
    }

    [Fact]
    public void A_missing_file_is_a_fault_like_any_other() =>
        Assert.Contains("nowhere.yaml", Assert.Single(PlaybookFiles.Read(Path.Combine(_directory.FullName, "nowhere.yaml")).Reading.Faults).Sentence, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
