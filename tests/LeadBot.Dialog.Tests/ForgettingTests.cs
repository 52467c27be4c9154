using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

public sealed class ForgettingTests
{
    private readonly Desk _desk = new();

    public ForgettingTests()
    {
        // The first is the admin.
        _desk.Type("hello", "dana");
        _desk.Type("qualify Acme", "kim");
    }

    [Theory]
    [InlineData("forget deal Acme", "deal:Acme")]
    [InlineData("Forget the deal Acme Corp.", "deal:Acme Corp.")]
    [InlineData("@LeadBot forget deal \"Acme\"", "deal:Acme")]
    [InlineData("forget this deal", "deal:")]
    [InlineData("forget @kim park", "person:kim park")]
    [InlineData("forget Kim Park", "person:Kim Park")]
    [InlineData("forget @U02AB3CD", "person:U02AB3CD")]
    [InlineData("forget person kim", null)]
    [InlineData("forget person Kim", "person:Kim")]
    [InlineData("erase me", "person:me")]
    [InlineData("forget it", null)]
    [InlineData("forget about it", null)]
    [InlineData("Forget them, they are too small", null)]
    [InlineData("forget what I said", null)]
    [InlineData("I forgot to ask", null)]
    public void Only_what_names_a_deal_or_somebody_is_the_command(string typed, string? read) =>
        Assert.Equal(read, Commands.Read(typed) switch
        {
            Command.ForgetDeal deal => $"deal:{deal.Name}",
            Command.ForgetPerson person => $"person:{person.Said}",
            _ => null,
        });

    [Fact]
    public void An_admin_has_anybodys_deal_forgotten_by_button_or_by_a_yes_and_nothing_happens_before()
    {
        var asked = _desk.Type("forget deal acme", "dana");
        Assert.StartsWith("Forget Acme for good?", asked.Say[0].Summary, StringComparison.Ordinal);
        Assert.Null(asked.Forget);
        Assert.Equal("All right, left as it is.", _desk.Type("no", "dana").Say[0].Summary);
        Assert.Single(_desk.Deals);

        _desk.Type("forget deal acme", "dana");
        var done = _desk.Type("yes", "dana");
        Assert.IsType<Forgotten.Deal>(done.Forget);
        Assert.DoesNotContain("Acme", done.Say[0].Summary, StringComparison.Ordinal);
        Assert.Empty(_desk.Deals);

        _desk.Type("qualify Beta", "kim");
        _desk.Type("forget deal Beta", "dana");
        Assert.IsType<Forgotten.Deal>(_desk.Press("Forget Beta", "dana").Forget);
    }

    [Fact]
    public void Old_buttons_of_a_forgotten_deal_say_so_and_undo_does_not_bring_it_back()
    {
        var old = _desk.Shown.Last().AllButtons.First(button => button.Action == ButtonActions.Answer);
        _desk.Type("forget deal Acme", "dana");
        _desk.Press("Forget Acme", "dana");

        Assert.Equal("That deal is not there any more: it was forgotten, for good. \"qualify NAME\" starts a new one.", _desk.Press(old, "kim").OnlyForYou);
        Assert.Equal("There is nothing of yours from the last day to take back.", _desk.Type("undo", "kim").Say[0].Summary);
        Assert.StartsWith("There is no deal on the table", _desk.Type("verdict", "kim").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_that_changed_since_it_was_asked_is_asked_about_again()
    {
        _desk.Type("forget deal Acme", "dana");
        _desk.Type("value Acme 5k", "kim");

        Assert.StartsWith("Forget Acme for good?", _desk.Press("Forget Acme", "dana").Say[0].Summary, StringComparison.Ordinal);
        Assert.IsType<Forgotten.Deal>(_desk.Press("Forget Acme", "dana").Forget);
    }

    [Fact]
    public void Of_several_that_could_be_meant_it_asks_which_first()
    {
        _desk.Type("qualify Acme North", "dana");
        _desk.Type("forget deal acme n", "dana");
        _desk.Type("qualify Acme Nord", "kim");
        var which = _desk.Type("forget deal acme", "dana");
        Assert.True(which.Forget is null);
        _desk.Type("forget deal acme nor", "dana");
        var asked = _desk.Type("2", "dana");
        Assert.StartsWith("Forget Acme Nor", asked.Say[0].Summary, StringComparison.Ordinal);
        Assert.Null(asked.Forget);
    }

    [Fact]
    public void Nobody_else_can_typed_or_pressed_and_a_role_that_is_gone_counts_no_more()
    {
        Assert.Equal("Only an admin can change this: Dana.", _desk.Type("forget deal Acme", "kim").Say[0].Summary);
        Assert.Equal("Only an admin can change this: Dana.", _desk.Type("forget @Dana", "kim").Say[0].Summary);

        _desk.Type("forget deal Acme", "dana");
        var button = _desk.Shown.Last().AllButtons.Single();
        Assert.Equal("Only an admin can change this: Dana.", _desk.Press(button, "kim").OnlyForYou);
        _desk.Type("forget deal Acme", "dana");
        _desk.Workspace = _desk.Workspace with { Admin = new PersonId("kim") };
        Assert.Null(_desk.Press(button, "dana").Forget);
        Assert.Null(_desk.Type("yes", "dana").Forget);
        Assert.Single(_desk.Deals);
    }

    [Fact]
    public void Whoever_wants_to_be_forgotten_asks_an_admin_who_is_told_what_goes()
    {
        Assert.StartsWith("I have passed it on to Dana:", _desk.Type("forget me", "kim").Say[0].Summary, StringComparison.Ordinal);
        Assert.Equal("Kim asks to be forgotten.", _desk.Told.Single().Card.Summary);

        var asked = _desk.Press("Forget Kim", "dana");
        Assert.Contains("so is the deal that is theirs", asked.Say[0].Summary, StringComparison.Ordinal);
        Assert.Null(asked.Forget);
        Assert.Equal(new Forgotten.Person(new PersonId("kim")), _desk.Type("yes", "dana").Forget);
        Assert.Empty(_desk.Deals);
        Assert.StartsWith("I know nobody called Kim.", _desk.Type("forget @Kim", "dana").Say[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_admin_is_forgotten_by_another_and_never_the_last_one()
    {
        Assert.StartsWith("You are the only admin here", _desk.Type("forget me", "dana").Say[0].Summary, StringComparison.Ordinal);
        _desk.Type("settings admins add Kim", "dana");
        Assert.StartsWith("I have passed it on to Kim:", _desk.Type("forget @Dana", "dana").Say[0].Summary, StringComparison.Ordinal);
        _desk.Press("Forget Dana", "kim");
        Assert.Equal(new Forgotten.Person(new PersonId("dana")), _desk.Press("Forget Dana", "kim").Forget);
    }

    [Fact]
    public void The_audit_log_is_shown_to_an_admin_page_by_page_in_words()
    {
        Assert.Equal("Only an admin can change this: Dana.", _desk.Type("audit", "kim").Say[0].Summary);
        Assert.Equal("Nothing was changed yet that I keep here.", _desk.Type("audit log", "dana").Say[0].Summary);
        AuditLine Line(long id, AuditAct act, string? about = null, string? was = null, string? became = null, string? by = "dana") =>
            new(id, _desk.Now.AddMinutes(id - 100), by is null ? null : new PersonId(by), act, about, was, became);
        _desk.Audit =
        [
            Line(20, AuditAct.Set, "managers", """["kim"]""", """["kim","dana"]"""),
            Line(19, AuditAct.Set, "stages", "[]", """[{"name":"lead"},{"name":"proposal","limit":20}]"""),
            Line(18, AuditAct.Set, "channels.C1.weeklyPost", "true", "false"),
            Line(17, AuditAct.Set, "channels.C1", null, """{"name":"Sales","channel":"slack","weeklyPost":true,"dropList":false}"""),
            Line(16, AuditAct.Set, "floorPerHour", null, "60"),
            Line(15, AuditAct.Imported, became: """{"created":12,"changed":3}""", by: null),
            Line(14, AuditAct.Exported, "everything", by: null),
            Line(13, AuditAct.ForgotPerson, by: "gone"),
            Line(12, AuditAct.Uninstalled, by: null),
            Line(11, AuditAct.Installed),
            Line(10, AuditAct.Unknown),
        ];

        var page = _desk.Type("audit", "dana").Say[0];
        Assert.Equal(
            [
                "7:40 Dana: Managers: Kim → Kim, Dana",
                "7:39 Dana: Stages: none → lead, proposal 20",
                "7:38 Dana: Weekly post: on → off",
                "7:37 Dana: Linked channel: none → Sales",
                "7:36 Dana: Floor per hour: none → 60",
                "7:35 on the server: imported deals: created 12 changed 3",
                "7:34 on the server: exported everything",
                "7:33 somebody: had a person forgotten",
                "7:32 in the channel: LeadBot was uninstalled",
                "7:31 Dana: installed LeadBot",
            ],
            page.Parts.OfType<CardPart.Facts>().Single().Items.Select(fact => $"{fact.Label}: {fact.Value}"));
        var older = _desk.Press("Older", "dana").Say[0];
        Assert.Equal("something a newer LeadBot knows", older.Parts.OfType<CardPart.Facts>().Single().Items.Single().Value);
        Assert.Empty(older.Buttons);
    }
}
