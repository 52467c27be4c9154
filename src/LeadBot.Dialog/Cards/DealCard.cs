using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Cards;

/// <summary>A deal as it stands: its health and why, what it has cost, what comes next, and what can be done with it.</summary>
internal static class DealCard
{
    public static Card Draw(Scene scene, string? above = null)
    {
        var deal = scene.Deal!;
        var open = deal.State == DealState.Open;
        var title = open ? HealthWords.Title(deal.Name, scene.Standing.Health) : HealthWords.Title(deal.Name, deal.State);
        var reason = open ? HealthWords.Sentence(scene.Standing, deal.Course) : DealWords.Standing(deal, scene.Language) ?? title;
        var parts = new List<CardPart>();
        Add(parts, above);
        parts.Add(new CardPart.Heading(title, ToneOf(scene)));
        Add(parts, reason);
        Add(parts, open ? HealthWords.Learnt(scene.Standing, LearntInUse(scene)) : null);
        if (Facts(scene).ToList() is { Count: > 0 } facts)
        {
            parts.Add(new CardPart.Facts(facts));
        }

        if (deal.Crm?.Address is { } address)
        {
            parts.Add(new CardPart.Link(DealCardWords.InCrm, address));
        }

        return new Card(string.Join(" ", ((string?[])[above, $"{title}.", reason]).OfType<string>()), parts, Buttons(scene));
    }

    /// <summary>A sentence about the deal and what can be done next, below something that was just done.</summary>
    public static Button Open(Scene scene) => scene.Button(ButtonActions.Deal, Labels.OpenDeal(scene.Deal!.Name));

    private static Tone ToneOf(Scene scene) => scene.Deal!.State switch
    {
        DealState.Won => Tone.Good,
        DealState.Open => scene.Standing.Health switch
        {
            Health.StrungAlong => Tone.Bad,
            Health.Stale => Tone.Warning,
            Health.Fresh => Tone.Good,
            _ => Tone.Neutral,
        },
        _ => Tone.Neutral,
    };

    /// <summary>The learnt limit, when it is what this deal is held against: a stage's own comes first.</summary>
    private static LearntLimit? LearntInUse(Scene scene) =>
        scene.Input.Workspace.Silence.Approved is { } learnt
        && scene.Input.Workspace.Stages.FirstOrDefault(s => s.Name.Equals(scene.Deal!.Stage, StringComparison.OrdinalIgnoreCase))?.Limit is null ? learnt : null;

    private static IEnumerable<Fact> Facts(Scene scene)
    {
        var deal = scene.Deal!;
        if (deal.Owner != scene.Person.Id && scene.Find(deal.Owner) is { } owner)
        {
            yield return new Fact(DealCardWords.OwnerLabel, owner.Name);
        }

        if (deal.Course.HoursSunk > 0)
        {
            yield return new Fact(DealCardWords.Sunk, Days.Duration(deal.Course.HoursSunk, scene.Language));
        }

        if (deal.State == DealState.Open)
        {
            yield return new Fact(DealCardWords.Next, deal.Course.Next is { } next ? DealCardWords.Step(next) : DealCardWords.NothingPlanned);
        }

        if (deal.Course.AskOn is { } ask)
        {
            yield return new Fact(DealCardWords.AskOn, Days.Day(ask));
        }

        if (deal.Qualification?.Verdict is { } kind)
        {
            var verdict = VerdictWords.Kind(kind);
            yield return new Fact(DealCardWords.Verdict, deal.Kept is { } kept ? DealCardWords.Kept(verdict, kept, scene.Language) : verdict);
        }

        if (deal.Stage is { } stage)
        {
            yield return new Fact(DealCardWords.Stage, stage);
        }

        if (deal.Course.LastTouch is { } touched)
        {
            yield return new Fact(DealCardWords.LastTouch, LastTouch(scene, touched));
        }

        if (deal.Value is { } value)
        {
            yield return new Fact(DealCardWords.Value, Money.Amount(value, Starting.InUse(scene).Currency, scene.Language));
        }
    }

    private static string LastTouch(Scene scene, DateTimeOffset at)
    {
        var lines = scene.Input.History.Where(line => line.Deal == scene.Deal!.Id).ToList();
        var undone = lines.SelectMany(line => line.What).Concat(scene.What).OfType<Happening.Undone>().Select(u => u.Revision).ToHashSet();
        var touched = scene.What.Concat(lines.Where(line => !undone.Contains(line.Revision)).SelectMany(line => line.What)).OfType<Happening.Touched>().FirstOrDefault();
        return DealCardWords.TouchSaid(Days.Day(scene.Owner.Today(at)), touched?.Said);
    }

    private static Button[] Buttons(Scene scene)
    {
        var deal = scene.Deal!;
        Button[] undo = Undoing.Button(scene) is { } button ? [button] : [];
        if (deal.State is DealState.Won or DealState.Lost)
        {
            return [scene.Button(ButtonActions.Reopen, Labels.Reopen), .. undo];
        }

        var lose = scene.Button(ButtonActions.Lose, Labels.Lose, deal.State == DealState.Open && scene.Standing.Health == Health.StrungAlong ? ButtonStyle.Primary : ButtonStyle.Default);
        var won = scene.Button(ButtonActions.Won, Labels.Won);
        if (deal.State == DealState.Parked)
        {
            return [scene.Button(ButtonActions.Reopen, Labels.Reopen, ButtonStyle.Primary), scene.Button(ButtonActions.Park, Labels.ParkLonger), lose, won, .. undo];
        }

        Button[] verdict = deal.Qualification is not null ? [scene.Button(ButtonActions.Continue, deal.Qualification.Verdict is null ? Labels.ContinueQuestions : Labels.Show)] : [];
        return
        [
            .. Touches(scene),
            scene.Button(ButtonActions.Next, Labels.Next),
            scene.Button(ButtonActions.Park, Labels.Park),
            lose,
            won,
            .. verdict,
            .. undo,
        ];
    }

    /// <summary>The three things a contact can come to.</summary>
    public static Button[] Touches(Scene scene) =>
    [
        scene.Button(ButtonActions.Moved, Labels.Moved),
        scene.Button(ButtonActions.PutOff, Labels.PutOff),
        scene.Button(ButtonActions.NoContact, Labels.NoContact),
    ];

    private static void Add(List<CardPart> parts, string? text)
    {
        if (text is { Length: > 0 })
        {
            parts.Add(new CardPart.Paragraph(text));
        }
    }
}
