using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Starting to qualify a deal: a new one, or one there is already.</summary>
internal static class Starting
{
    /// <summary>Asks whose deal it is. In a channel words reach the bot only with a mention, so there the card has a field.</summary>
    public static Decision AskName(Scene scene, PlaybookId? playbook = null, string? above = null)
    {
        var text = above ?? (scene.Conversation.Waiting is Waiting.DealName ? DealWords.WhichNameAgain : DealWords.WhichName);
        if (scene.Kind == PlaceKind.Direct && !scene.Input.Message.CanOpenForm)
        {
            return scene.Say(new Waiting.DealName(playbook), Card.Of(text));
        }

        var fields = new Dictionary<string, string>();
        if (playbook is { } chosen)
        {
            fields[ButtonFields.Playbook] = chosen.Value;
        }

        return scene.Say(
            new Waiting.DealName(playbook),
            new Card(
                text,
                [new CardPart.Paragraph(text), new CardPart.TextField(ButtonFields.Note, DealWords.NameField)],
                [new Button(ButtonActions.Start, Labels.Start, fields, ButtonStyle.Primary)]));
    }

    /// <summary>"qualify NAME", or a name after the bot asked for it.</summary>
    /// <param name="whole">The name with all that followed it: "Start with Why" is no playbook.</param>
    public static Decision Qualify(Scene scene, string? said, string? playbook, string? whole = null)
    {
        PlaybookId? chosen = null;
        if (playbook is not null)
        {
            if (Find(scene, playbook) is not { } found)
            {
                return NoSuchPlaybook(scene, playbook, whole);
            }

            chosen = found.Id;
        }

        return said is null ? AskName(scene, chosen) : Named(scene, said, chosen);
    }

    public static Decision Named(Scene scene, string said, PlaybookId? playbook)
    {
        if (Names.Clean(said) is not { } name)
        {
            return AskName(scene, playbook, Names.IsTooLong(said) ? DealWords.NameTooLong : null);
        }

        var known = scene.Input.Named;
        if (known.FirstOrDefault(deal => deal.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return Resuming.Offer(scene.About(same), playbook);
        }

        return known.Count > 0 ? Choosing.SameOrNew(scene, name, playbook) : BeginNew(scene, name, playbook);
    }

    /// <summary>A deal of that name, started.</summary>
    public static Decision BeginNew(Scene scene, string name, PlaybookId? playbook) =>
        Begin(scene.AboutNew(new Deal(scene.Input.FreshDeal, scene.Input.Workspace.Id, scene.Person.Id, name, DealState.Open, 0, scene.Input.Now, Course: Course.StartingOn(scene.Today, scene.Input.Now))), playbook);

    /// <summary>Starts the questions from the first, on the newest text of the playbook.</summary>
    public static Decision Begin(Scene scene, PlaybookId? chosen)
    {
        var playbook = InUse(scene, chosen);
        var opened = Reopening.Opened(scene);
        var deal = opened.Deal!;
        var terms = new Terms(
            scene.Today,
            scene.Input.Team.Chance(playbook.Worth?.Chance ?? 1),
            scene.Input.Team.Finished,
            scene.Input.Workspace.FloorPerHour ?? playbook.Worth?.FloorPerHour ?? 0,
            deal.Course.HoursSinceProgress,
            deal.ShortParks,
            scene.Today);
        var begun = opened.Change(
            deal with
            {
                Kept = null,
                Course = deal.Course.Unasked(),
                Qualification = new DealQualification(playbook.Hash, playbook.Id, terms, scene.Input.Now, []),
            },
            new Happening.Started(playbook.Id));
        return Asking.Next(begun);
    }

    /// <summary>The chosen playbook, else the channel's, else the workspace's, else the default.</summary>
    public static Playbook InUse(Scene scene, PlaybookId? chosen = null)
    {
        var newest = scene.Input.Playbooks.Newest;
        var workspace = scene.Input.Workspace;
        PlaybookId? ofChannel = scene.Input.Message.Place.TeamChannel is { } channel && workspace.ChannelPlaybooks.TryGetValue(channel, out var id) ? id : null;
        return ((PlaybookId?[])[chosen, ofChannel, workspace.Playbook, PlaybookId.Default])
            .Select(candidate => candidate is { } wanted ? newest.GetValueOrDefault(wanted) : null)
            .OfType<Playbook>()
            .First();
    }

    private static Decision NoSuchPlaybook(Scene scene, string playbook, string? whole)
    {
        var unknown = DealWords.UnknownPlaybook(playbook, scene.Input.Playbooks.Newest.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        if (whole is null || Names.Clean(whole) is not { } name)
        {
            return scene.Say(Card.Of(unknown));
        }

        var fields = new Dictionary<string, string> { [ButtonFields.Value] = name, [ButtonFields.New] = "yes" };
        return scene.Say(Card.Of(DealWords.OrNamed(unknown, name), new Button(ButtonActions.Start, Labels.Fit(Labels.NewDeal(name)), fields)));
    }

    private static Playbook? Find(Scene scene, string said)
    {
        var playbooks = scene.Input.Playbooks.Newest.Values.OrderBy(p => p.Id.Value, StringComparer.Ordinal).ToList();
        return playbooks.Find(p => p.Id.Value.Equals(said, StringComparison.OrdinalIgnoreCase) || p.Title.Equals(said, StringComparison.OrdinalIgnoreCase))
            ?? (Options.Read(said, [.. playbooks.Select(p => p.Id.Value)]) is OptionSaid.Chosen chosen ? playbooks[chosen.Index] : null);
    }
}
