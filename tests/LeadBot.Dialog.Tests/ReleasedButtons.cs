using LeadBot.Dialog.Cards;
using LeadBot.TestKit;

namespace LeadBot.Dialog.Tests;

/// <summary>Buttons that stand in chats since an earlier release, with the fields it gave them, still do what they say. A line is never changed.</summary>
public sealed class ReleasedButtons
{
    /// <summary>All that 0.1.0 could draw; those about a deal get its id and revision besides.</summary>
    public static TheoryData<string, string> OfTheFirstRelease => new()
    {
        { "start", "" },
        { "start", "value=Globex" },
        { "start", "value=Globex new=yes playbook=lose-fast" },
        { "help", "" },
        { "settings", "" },
        { "set", "setting=amounts value=1.500,00" },
        { "answer", "q=pay o=normal from=2000 to=10000 per=once" },
        { "answer", "q=when o=no-date no-date=yes" },
        { "dont-know", "q=pay" },
        { "why", "q=pay" },
        { "back", "" },
        { "continue", "" },
        { "start-over", "" },
        { "still-wanted", "" },
        { "hesitated", "" },
        { "wanted-on", "day=2026-11-23" },
        { "lose", "" },
        { "lose-because", "reason=They_said_no" },
        { "park", "" },
        { "park-until", "day=2026-12-23" },
        { "keep", "" },
        { "keep-because", "note=friends" },
        { "keep-for", "hours=5" },
        { "edit", "" },
        { "edit-answer", "q=pay" },
        { "show", "" },
        { "take-back", "" },
    };

    [Theory, MemberData(nameof(OfTheFirstRelease))]
    public void A_button_of_the_first_release_is_understood(string action, string fields)
    {
        var desk = new Desk();
        desk.Type("qualify Acme");
        desk.Type("5k");
        var deal = desk.Deal("Acme");
        var data = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1].Replace('_', ' '));
        if (action is not ("start" or "help" or "settings" or "set"))
        {
            (data["deal"], data["rev"]) = (deal.Id.ToString(), $"{deal.Revision}");
        }

        var decision = desk.Press(new Button(action, "As it was", data));

        List<string?> said = [decision.OnlyForYou, decision.Redrawn?.Summary, .. decision.Say.Select(card => card.Summary)];
        Assert.Contains(said, line => line is not null);
        Assert.DoesNotContain(said, line => line?.StartsWith("I don't know that button", StringComparison.Ordinal) == true);
    }
}
