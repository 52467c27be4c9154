using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Settings;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Cards;

/// <summary>A person's own page: what is going on, their deals, hours freed, and for a manager what needs them.</summary>
internal static class HomeCard
{
    /// <summary>Deals with buttons of their own; a page is longer than a message.</summary>
    private const int WithButtons = 10;

    public static Card Draw(Scene scene, HomeInput home)
    {
        var deals = DealsCard.Parts(scene, WithButtons);
        List<CardPart> parts =
        [
            .. Running(scene, home.Direct),
            .. deals.Count > 0 ? deals : [new CardPart.Heading(DealCardWords.DealsTitle), new CardPart.Paragraph(HomeWords.NoDeals)],
        ];
        if (home.Lost > 0)
        {
            parts.Add(new CardPart.Paragraph(HomeWords.Freed(home.Lost, home.HoursFreed, scene.Language)));
        }

        parts.AddRange(Exceptions(scene, home.Exceptions));
        var start = parts.OfType<CardPart.Row>().SelectMany(row => row.Buttons).Any(button => button.Style == ButtonStyle.Primary) ? ButtonStyle.Default : ButtonStyle.Primary;
        return new Card(HomeWords.Title, parts, [Button.Of(ButtonActions.Start, Labels.Qualify, start), Button.Of(ButtonActions.Deals, Labels.Deals), SettingsCards.Open, Button.Of(ButtonActions.Help, Labels.Help)]);
    }

    /// <summary>What they are in the middle of with the bot.</summary>
    private static IEnumerable<CardPart> Running(Scene scene, Conversation? direct)
    {
        if (direct is not { IsUnderWay: true } || scene.Input.Mine.FirstOrDefault(deal => deal.Id == direct.Deal) is not { } deal)
        {
            yield break;
        }

        var about = scene.About(deal);
        var isAsked = direct.Waiting is Waiting.AnswerTo && about.Qualifying is not null;
        yield return new CardPart.Paragraph(isAsked ? HomeWords.InTheMiddle(deal.Name) : HomeWords.LeftOpen(deal.Name));
        yield return new CardPart.Row([isAsked ? about.Button(ButtonActions.Continue, Labels.ContinueQuestions, ButtonStyle.Primary) : DealCard.Open(about)]);
    }

    private static IReadOnlyList<CardPart> Exceptions(Scene scene, IReadOnlyList<RaisedNow> raised)
    {
        var input = scene.Input;
        var matters = ExceptionsDigest.AsTheyStand(
            new DigestInput(input.Now, input.Workspace, input.Person, 0, null, [], [], raised, input.Playbooks, input.Holidays, input.Team),
            scene.Today);
        return matters.Count == 0 ? [] : ExceptionsCard.Draw(matters, input.Person, scene.Today, input.Playbooks, input.Workspace).Parts;
    }
}
