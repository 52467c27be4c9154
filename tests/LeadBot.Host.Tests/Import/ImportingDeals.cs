using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using LeadBot.Host.Startup;
using LeadBot.Storage.Opening;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Import;

public sealed class ImportingDeals : IDisposable
{
    private const string Header = "CRM id,Name,Owner,Stage,Value,State,Created";
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_HubSpot_file_is_recognised_by_its_headers()
    {
        Assert.True(await _bench.ImportAsync(ImportBench.File("hubspot.csv")));

        var acme = _bench.Deal("Acme, Inc.");
        Assert.Equal((new PersonId("kim"), "Appointment scheduled", 1500.50m, DealState.Open), (acme.Owner, acme.Stage, acme.Value, acme.State));
        Assert.Equal("9001", acme.Crm!.Id);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 15, 0, TimeSpan.Zero), acme.CreatedAt);
        Assert.Equal((DealState.Won, new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)), (_bench.Deal("Globex").State, _bench.Deal("Globex").WonAt));
        var initech = _bench.Deal("Initech");
        Assert.Equal((DealState.Lost, "Other", "Chose a rival", 0m), (initech.State, initech.Lost!.Reason, initech.Lost.Note, initech.Lost.HoursFreed));
        Assert.Equal(DealState.Open, _bench.Deal("Umbrella \"Europe\"").State);
    }

    [Fact]
    public async Task A_Pipedrive_file_is_recognised_by_its_headers()
    {
        Assert.True(await _bench.ImportAsync(ImportBench.File("pipedrive.csv")));

        Assert.Equal(["Soylent deal", "Tyrell deal"], _bench.Deals().Select(deal => deal.Name).Order());
        Assert.Equal((12500m, DealState.Won, "Negotiation"), (_bench.Deal("Tyrell deal").Value, _bench.Deal("Tyrell deal").State, _bench.Deal("Tyrell deal").Stage));
        Assert.Contains("1 deleted in the CRM and passed over", _bench.Said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Salesforce_file_is_recognised_by_its_headers()
    {
        Assert.True(await _bench.ImportAsync(ImportBench.File("salesforce.csv")));

        Assert.Equal((250_000m, "Negotiation/Review"), (_bench.Deal("Stark Industries").Value, _bench.Deal("Stark Industries").Stage));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), _bench.Deal("Stark Industries").CreatedAt);
        Assert.Equal((DealState.Won, null), (_bench.Deal("Wayne Enterprises").State, _bench.Deal("Wayne Enterprises").Stage));
    }

    [Theory]
    [InlineData("excel-windows-1252.csv")]
    [InlineData("excel-utf8-mark.csv")]
    [InlineData("excel-utf16.csv")]
    public async Task What_Excel_saves_is_read_with_its_umlauts_commas_and_days(string file)
    {
        Assert.True(await _bench.ImportAsync(ImportBench.File(file), ImportBench.File("excel-mapping.yaml")));

        var mueller = _bench.Deal("Müller & Söhne");
        Assert.Equal((1500.50m, "https://crm.example.com/deals/1"), (mueller.Value, mueller.Crm!.Address));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), mueller.CreatedAt);
        Assert.Equal((2000m, new DateTimeOffset(2026, 2, 4, 0, 0, 0, TimeSpan.Zero)), (_bench.Deal("Größe GmbH").Value, _bench.Deal("Größe GmbH").CreatedAt));
    }

    [Fact]
    public async Task Every_clock_starts_on_the_day_of_the_import()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));

        Assert.All(_bench.Deals(), deal => Assert.Equal(s_today, deal.Course.SilentSince));
        var history = Assert.Single(_bench.History(_bench.Deal("Acme, Inc.")));
        Assert.Equal([new Happening.Imported()], history.What);
        Assert.Null(history.By);
    }

    [Fact]
    public async Task What_is_at_stake_is_reckoned_with_what_became_of_the_teams_own_deals()
    {
        await _bench.ImportAsync(_bench.Written(Header, "1,Before,Kim Park,lead,5000,open,2026-01-01", "2,Old,Kim Park,lead,5000,open,2026-01-01"));
        var now = _bench.Clock.GetUtcNow();
        _bench.Change("Old", deal => Living.Win(deal with { Kept = new Keeping(VerdictKind.WalkAway, "They are friends", 3, now) }, now, s_today, WorkCalendar.MondayToFriday));
        await _bench.ImportAsync(_bench.Written(Header, "3,After,Kim Park,lead,5000,open,2026-01-01"));

        Assert.True(_bench.Urgency("After") > _bench.Urgency("Before"));
    }

    [Fact]
    public async Task The_same_file_again_doubles_nothing_and_touches_no_clock()
    {
        await _bench.ImportAsync(ImportBench.File("hubspot.csv"));
        var before = _bench.Deals();
        _bench.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await _bench.ImportAsync(ImportBench.File("hubspot.csv")));

        Assert.Equal("0 deals came in, 0 changed, 4 as before.", _bench.Said[^1]);
        Assert.Equal(before.Select(deal => (deal.Id, deal.Revision, deal.Course.SilentSince)), _bench.Deals().Select(deal => (deal.Id, deal.Revision, deal.Course.SilentSince)));
    }

    [Fact]
    public async Task What_changed_in_the_CRM_is_taken_over_and_the_clock_goes_on()
    {
        await _bench.ImportAsync(_bench.Written(Header, "1,Acme,Kim Park,lead,100,open,2026-01-01", "2,Globex,Kim Park,lead,100,open,2026-01-01"));
        _bench.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await _bench.ImportAsync(_bench.Written(Header, "1,Acme Ltd,Lee Moor,proposal,250,open,2026-01-01", "2,Globex,Kim Park,lead,100,won,2026-01-01")));

        var acme = _bench.Deal("Acme Ltd");
        Assert.Equal((new PersonId("lee"), "proposal", 250m, s_today), (acme.Owner, acme.Stage, acme.Value, acme.Course.SilentSince));
        Assert.Equal((DealState.Won, _bench.Clock.GetUtcNow()), (_bench.Deal("Globex").State, _bench.Deal("Globex").WonAt));
        Assert.Equal("0 deals came in, 2 changed, 0 as before.", _bench.Said[^1]);
    }

    [Fact]
    public async Task What_the_rep_changed_stays_and_a_difference_is_named()
    {
        await _bench.ImportAsync(_bench.Written(Header, "1,Acme,Kim Park,lead,100,open,2026-01-01", "2,Globex,Kim Park,lead,100,open,2026-01-01"));
        _bench.Change("Acme", deal => Living.Rename(deal, "Acme West"));
        _bench.Change("Globex", deal => Living.Lose(deal, new Loss("They said no", null, _bench.Clock.GetUtcNow(), 6)));
        await _bench.ImportAsync(_bench.Written(Header, "1,Acme,Kim Park,demo,100,open,2026-01-01", "2,Globex,Kim Park,lead,100,won,2026-01-01"));

        Assert.Equal("demo", _bench.Deal("Acme West").Stage);
        Assert.Equal(DealState.Lost, _bench.Deal("Globex").State);
        Assert.Contains("  line 3: Globex: state", _bench.Said);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_stops_no_other()
    {
        Assert.False(await _bench.ImportAsync(ImportBench.File("faulty.csv")));

        Assert.Equal(["Good", "Last", "Two lines"], _bench.Deals().Select(deal => deal.Name).Order());
        Assert.Equal("https://crm.example.com/1", _bench.Deal("Good").Crm!.Address);
        Assert.Equal(
            ["line 3: It has no name.", "line 4: \"a lot\"", "line 5: \"2026-02-30\"", "line 6: \"maybe\"", "line 9: Line 2", "line 10: \"javascript:alert(1)\"", "line 11: It has 9 cells"],
            _bench.Said.Where(line => line.StartsWith("  line ", StringComparison.Ordinal)).Select(line => line.Trim()).Zip(
                (int[])[23, 15, 20, 15, 14, 30, 23], (line, length) => line[..length]));
        Assert.Contains("1 deal of Robin Ray, whom I don't know: once they have said hello to LeadBot, or stand under owners in the mapping, import the file again.", _bench.Said);
        Assert.Contains("1 deal without an owner: name one for them with --owner NAME.", _bench.Said);
    }

    [Fact]
    public async Task Strict_takes_nothing_from_a_file_with_faults()
    {
        Assert.False(await _bench.ImportAsync(ImportBench.File("faulty.csv"), strict: true));
        Assert.Empty(_bench.Deals());
        Assert.False(await _bench.ImportAsync(_bench.Written(Header, "1,Acme,Kim Park,lead,100,open,2026-01-01", "2,Globex,Robin Ray,lead,100,open,2026-01-01"), strict: true));
        Assert.Empty(_bench.Deals());
        Assert.Equal("Nothing was written: with --strict a file has to be without faults.", _bench.Said[^1]);
        Assert.Empty(_bench.Waiting());
        Assert.True(await _bench.ImportAsync(ImportBench.File("hubspot.csv"), strict: true));
        Assert.Equal(4, _bench.CountOfDeals());
    }

    [Fact]
    public async Task A_deal_waits_for_an_owner_who_has_not_said_hello()
    {
        var file = _bench.Written(Header, "1,Acme,Robin Ray,lead,100,open,2026-01-01");
        await _bench.ImportAsync(file);
        Assert.Empty(_bench.Deals());
        _bench.Greet("Robin Ray");
        await _bench.ImportAsync(file);
        Assert.Equal(new PersonId("robin"), _bench.Deal("Acme").Owner);
    }

    [Fact]
    public async Task Lines_without_an_owner_can_be_given_one()
    {
        Assert.True(await _bench.ImportAsync(_bench.Written("Name,Value", "Acme,100"), owner: "lee moor"));
        Assert.Equal(new PersonId("lee"), _bench.Deal("Acme").Owner);
        await _bench.ImportAsync(_bench.Written("Name,Value", "Acme,100"), owner: "lee");
        Assert.Single(_bench.Deals());
    }

    [Fact]
    public async Task An_import_that_is_interrupted_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var file = _bench.Written(Header, "1,Acme,Kim Park,lead,100,open,2026-01-01");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.ImportAsync(file, stop: stop.Token));
        Assert.Empty(_bench.Deals());
    }

    [Fact]
    public async Task A_preview_writes_nothing_and_may_run_beside_a_LeadBot()
    {
        using (Store.Open(Databases.Of(_bench.Data)))
        {
            Assert.True(await _bench.ImportAsync(ImportBench.File("hubspot.csv"), preview: true));
        }

        Assert.Equal("4 deals would come in, 0 changed, 0 as before.", _bench.Said[^2]);
        Assert.Empty(_bench.Deals());
        Assert.Empty(_bench.Waiting());
    }

    [Fact]
    public async Task An_import_refuses_beside_a_running_LeadBot_unless_there_may_be_several()
    {
        using var running = Store.Open(Databases.Of(_bench.Data));
        if (running.IsShared)
        {
            Assert.True(await _bench.ImportAsync(ImportBench.File("hubspot.csv")));
            return;
        }

        var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => _bench.ImportAsync(ImportBench.File("hubspot.csv")));
        Assert.StartsWith("Another LeadBot already uses the data directory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_owner_is_told_once_and_offered_to_clean_up_what_was_stale_in_the_CRM()
    {
        await _bench.ImportAsync(_bench.Written(
            "CRM id,Name,Owner,State,Last activity",
            "1,Acme,Kim Park,open,2025-06-02",
            "2,Globex,Kim Park,open,2026-02-27",
            "3,Initech,Lee Moor,open,2026-02-27"));

        Assert.Contains("1 deal looks stale already in the CRM; clean up, or let the clock that starts today show:", _bench.Said);
        Assert.Contains(_bench.Said, line => line.StartsWith("  Kim Park: Acme (", StringComparison.Ordinal));
        var cards = _bench.Waiting();
        Assert.Equal(2, cards.Count);
        Assert.StartsWith("2 deals came in from your CRM; 1 looks stale already there: Acme.", cards[0].Summary, StringComparison.Ordinal);
        Assert.Equal(["Drop it", "Park it for a month"], cards[0].Buttons.Select(button => button.Label));
        Assert.Equal("1 deal came in from your CRM. The clock of each starts today.", cards[1].Summary);
        Assert.NotNull(CrmSilence.Of(_bench.Deal("Acme"), s_today, WorkCalendar.MondayToFriday, SilenceRules.Usual));
    }

    [Fact]
    public async Task A_file_without_names_says_what_to_do()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => _bench.ImportAsync(_bench.Written("a,b", "1,2")));
        Assert.Contains("Its header has a, b. Say which it is in a mapping file", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StartRefusedException>(() => _bench.ImportAsync(_bench.Fresh("no-such-file.csv")));
    }

    [Fact]
    public async Task A_faulty_mapping_is_named_by_line()
    {
        var mapping = _bench.Fresh("mapping.yaml");
        await File.WriteAllTextAsync(mapping, "columns:\n  nam: Title\nstates:\n  x: gone\ndecimals: dot\naddress: ftp://x\n", TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => _bench.ImportAsync(_bench.Written(Header), mapping));
        Assert.Contains("line 2: Columns has no 'nam'. Did you mean 'name'?", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 3: 'gone' is no state.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 5: 'decimals' is 'comma' or 'point'.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 6: 'address'", refusal.Message, StringComparison.Ordinal);
    }
}
