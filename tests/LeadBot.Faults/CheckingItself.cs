using LeadBot.Faults.Checking;

namespace LeadBot.Faults;

/// <summary>The checker finds what is planted, and nothing where nothing is.</summary>
public sealed class CheckingItself
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Two conversations, one of two events; the last message came twice, for a reason; one digest.</summary>
    private static readonly Evidence s_sound = new(
        [Said("e1", 1, "one", 0), Said("e2", 1, "two", 0.5), Said("e3", 2, "three", 1) with { IsCalm = false }],
        ["digest"],
        [Seen(1, "one", 1), Seen(1, "two", 2), Seen(2, "three", 3) with { WasTaken = false }, Seen(2, "three", 5), Seen(9, "digest", 6)],
        new Kept([Event("e1", 0), Event("e2", 1), Event("e3", 2)], ["e1", "e2", "e3"], [Message(1, "one", 0), Message(1, "two", 1), Message(2, "three", 2), Message(9, "digest", 4)], 0),
        [new Disturbance("killed", At(20), At(20))],
        [new SentEnvelope("envelope", 2, 2)]);

    [Fact]
    public void Where_all_is_well_it_finds_nothing_and_counts()
    {
        var verdict = Checker.Check(s_sound);

        Assert.Empty(verdict.Findings);
        Assert.Equal((3, 4, 1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), (verdict.Accepted, verdict.Sent, verdict.Repeats, verdict.Handled, verdict.Arrived));
    }

    [Fact]
    public void An_event_that_is_lost() => Finds(
        WithKept(kept => kept with { Events = Only(kept, "e1", "e3"), Changes = ["e1", "e3"], Messages = Without(kept, "two") }) with { Seen = Unseen("two") },
        "e2 was accepted and is lost.",
        "e2 has 0 answers in the outbox.");

    [Fact]
    public void An_event_that_was_never_accepted_may_be_lost() => Finds(
        WithKept(kept => kept with { Events = Only(kept, "e1", "e3"), Changes = ["e1", "e3"], Messages = Without(kept, "two") }) with { Seen = Unseen("two"), Said = [.. s_sound.Said.Select(said => said with { IsAccepted = said.Key != "e2" })] });

    [Fact]
    public void An_event_that_was_handled_twice() => Finds(WithKept(kept => kept with { Events = [kept.Events[0], .. kept.Events], Changes = ["e1", "e1", "e2", "e3"] }), "e1 was handled 2 times.");

    [Fact]
    public void An_event_that_did_its_work_twice() => Finds(
        WithKept(kept => kept with { Changes = ["e1", "e2", "e2", "e3"] }), "e2 was handled 2 times.", "e2 was handled 1 times and changed 2 deals.");

    [Fact]
    public void An_event_that_was_marked_and_not_handled() => Finds(WithKept(kept => kept with { Changes = ["e1", "e3"] }), "e2 was handled 1 times and changed 0 deals.");

    [Fact]
    public void An_event_that_nobody_said() => Finds(WithKept(kept => kept with { Events = [.. kept.Events, Event("e4", 3)] }), "e4 was handled and nobody said it.");

    [Fact]
    public void A_button_that_was_pressed_three_times_and_did_its_work_once() => Finds(Pressed("p2"));

    [Fact]
    public void A_button_that_did_its_work_with_each_press() => Finds(Pressed("p1", "p3"), "the button was pressed 3 times and did its work 2 times.");

    [Fact]
    public void A_button_that_did_nothing() => Finds(Pressed(), "the button was pressed 3 times and did its work 0 times.");

    [Fact]
    public void A_press_that_is_lost() => Finds(
        Pressed("p2") is var pressed ? pressed with { Kept = pressed.Kept with { Events = [.. pressed.Kept.Events.Where(kept => kept.Key != "p1")] } } : null!, "p1 was accepted and is lost.");

    [Fact]
    public void A_press_that_did_its_work_and_was_not_kept() => Finds(
        Pressed("p3") is var pressed ? pressed with { Kept = pressed.Kept with { Events = [.. pressed.Kept.Events.Where(kept => kept.Key != "p3")] } } : null!, "p3 was handled 0 times and changed 1 deals.");

    [Fact]
    public void An_envelope_that_was_acknowledged_more_often_than_it_came() =>
        Finds(s_sound with { Envelopes = [new("once", 1, 1), new("lost", 1, 0), new("twice", 1, 2)] }, "twice came 1 times and was acknowledged 2 times.");

    [Fact]
    public void A_message_that_was_said_twice() => Finds(WithKept(kept => kept with { Messages = [.. kept.Messages, Message(2, "three", 3)] }), "e3 has 2 answers in the outbox.", "Conversation 2 was answered in disorder: three, three.");

    [Fact]
    public void A_message_that_was_marked_and_not_sent() => Finds(s_sound with { Seen = Unseen("two") }, "two counts as sent and never arrived.");

    [Fact]
    public void A_message_that_is_stuck() => Finds(
        WithKept(kept => kept with { Messages = [.. kept.Messages.Select(message => message with { IsSent = message.Says != "three" })], Waiting = 1 }),
        "three is stuck.",
        "1 conversations still wait to be delivered.");

    [Fact]
    public void A_message_that_was_given_up() => Finds(
        WithKept(kept => kept with { Messages = [.. kept.Messages.Select(message => message.Says == "three" ? message with { IsSent = false, DeadBecause = "too old." } : message)] }), "three was given up: too old.");

    [Fact]
    public void A_message_that_went_astray() => Finds(s_sound with { Seen = [.. s_sound.Seen, Seen(2, "one", 8)] }, "one arrived in conversation 2 and was never said there.");

    [Fact]
    public void A_message_that_came_again_for_no_reason() => Finds(s_sound with { Seen = [.. s_sound.Seen, Seen(1, "two", 8)] }, "two came again for no reason.");

    [Fact]
    public void A_message_that_came_again_because_somebody_was_killed_in_between() => Finds(s_sound with { Seen = [.. s_sound.Seen, Seen(1, "two", 21)] });

    [Fact]
    public void A_message_that_came_again_after_a_kill_that_was_too_early_to_be_the_reason() =>
        Finds(s_sound with { Seen = [.. s_sound.Seen, Seen(1, "two", 8)], Disturbances = [new("killed", At(1), At(1))] }, "two came again for no reason.");

    [Fact]
    public void A_conversation_that_was_answered_in_disorder() => Finds(
        WithKept(kept => kept with { Messages = [Message(1, "two", 0), Message(1, "one", 0), .. kept.Messages.Skip(2)] }) with { Seen = [Seen(1, "two", 1), Seen(1, "one", 2), .. s_sound.Seen.Skip(2)] },
        "Conversation 1 was answered in disorder: two, one.");

    [Fact]
    public void A_conversation_that_was_delivered_in_disorder() => Finds(
        s_sound with { Seen = [Seen(1, "two", 1), Seen(1, "one", 2), .. s_sound.Seen.Skip(2)] }, "Conversation 1 was delivered in disorder: two, one.");

    [Fact]
    public void A_digest_that_is_missing() => Finds(WithKept(kept => kept with { Messages = Without(kept, "digest") }) with { Seen = Unseen("digest") }, "The digest digest was made 0 times.");

    [Fact]
    public void A_digest_that_is_doubled() => Finds(WithKept(kept => kept with { Messages = [.. kept.Messages, Message(9, "digest", 5)] }), "The digest digest was made 2 times.");

    [Fact]
    public void A_message_that_nobody_took_over_in_time() => Finds(Arriving(30.1), "two came after 30.1 s.");

    [Fact]
    public void A_message_that_was_taken_over_in_time() => Finds(Arriving(30));

    [Fact]
    public void A_cut_that_goes_on_is_no_excuse_for_what_others_have_to_take_over() =>
        Finds(Arriving(30.1) with { Disturbances = [new("cut off", At(1.5), At(41.5))] }, "two came after 30.1 s.");

    [Fact]
    public void While_nobody_has_a_database_nobody_can_take_over() => Finds(Arriving(30.1) with { Disturbances = [new("the database fell", At(1.5), At(2.5), IsEverybodys: true)] });

    [Fact]
    public void An_event_that_nobody_took_over_in_time() => Finds(
        WithKept(kept => kept with { Events = [.. Only(kept, "e1", "e2"), Event("e3", 31.1)] }) with { Disturbances = [] }, "e3 was handled after 30.1 s.");

    /// <summary>A button was pressed three times, twice in vain as far as the channel told; these did its work.</summary>
    private static Evidence Pressed(params string[] didIt) => s_sound with
    {
        Said = [.. s_sound.Said, Press("p1", true), Press("p2", false), Press("p3", false)],
        Kept = s_sound.Kept with { Events = [.. s_sound.Kept.Events, Event("p1", 3), Event("p2", 3), Event("p3", 3)], Changes = [.. s_sound.Kept.Changes, .. didIt] },
    };

    private static SaidEvent Press(string key, bool isAccepted) => new(key, 1, null, true, At(2), isAccepted, "the button");

    private static Evidence Arriving(double secondsAfterTheKill) => s_sound with
    {
        Seen = [Seen(1, "one", 1), Seen(1, "two", 1.5 + secondsAfterTheKill), .. s_sound.Seen.Skip(2)],
        Disturbances = [new("killed", At(1.5), At(1.5))],
    };

    private static void Finds(Evidence evidence, params string[] findings) => Assert.Equal(findings, Checker.Check(evidence).Findings);

    private static Evidence WithKept(Func<Kept, Kept> change) => s_sound with { Kept = change(s_sound.Kept) };

    private static IReadOnlyList<KeptMessage> Without(Kept kept, string says) => [.. kept.Messages.Where(message => message.Says != says)];

    private static IReadOnlyList<SeenMessage> Unseen(string says) => [.. s_sound.Seen.Where(message => message.Says != says)];

    private static IReadOnlyList<KeptEvent> Only(Kept kept, params string[] keys) => [.. kept.Events.Where(of => keys.Contains(of.Key))];

    private static SaidEvent Said(string key, int conversation, string answer, double from) => new(key, conversation, answer, true, At(from), true);

    private static KeptEvent Event(string key, double at) => new(key, At(at));

    private static DateTimeOffset At(double seconds) => s_start.AddSeconds(seconds);

    private static SeenMessage Seen(int conversation, string says, double at) => new(conversation, says, At(at), true);

    private static KeptMessage Message(int conversation, string says, double at) => new(conversation, says, At(at), true);
}
