namespace LeadBot.Faults.Checking;

/// <summary>
/// Reads the evidence: every accepted event handled once, every message delivered at least once and in order, repeats explained, nothing left
/// behind, each digest once, and what a dead instance held taken over in time. Pure.
/// </summary>
public static class Checker
{
    /// <summary>In which another instance takes over.</summary>
    public static readonly TimeSpan TakenOverWithin = TimeSpan.FromSeconds(30);

    public static Verdict Check(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var seen = evidence.Seen.OrderBy(message => message.At).ToLookup(message => (message.Conversation, message.Says));
        var calm = evidence.Said.Where(said => said.IsCalm).Select(said => said.Conversation).ToHashSet();
        var handled = evidence.Said.Join(evidence.Kept.Events, said => said.Key, kept => kept.Key, (said, kept) => new Delay(said.Key, Late(said.From, kept.At, evidence.Disturbances))).ToList();
        var arrived = evidence.Kept.Messages
            .Where(message => calm.Contains(message.Conversation) && seen.Contains((message.Conversation, message.Says)))
            .Select(message => new Delay(message.Says, Late(message.SaidAt, seen[(message.Conversation, message.Says)].First().At, evidence.Disturbances)))
            .ToList();
        string[] findings =
        [
            .. Handled(evidence),
            .. evidence.Envelopes.Where(envelope => envelope.Acknowledged > envelope.Sent).Select(envelope => $"{envelope.Id} came {envelope.Sent} times and was acknowledged {envelope.Acknowledged} times."),
            .. Delivered(evidence, seen),
            .. Repeated(evidence, seen),
            .. InOrder(evidence, seen),
            .. Reminded(evidence),
            .. handled.Where(delay => delay.Time > TakenOverWithin).Select(delay => $"{delay.What} was handled after {delay.Time.TotalSeconds:0.0} s."),
            .. arrived.Where(delay => delay.Time > TakenOverWithin).Select(delay => $"{delay.What} came after {delay.Time.TotalSeconds:0.0} s."),
        ];
        return new Verdict(
            findings, evidence.Said.Count(said => said.IsAccepted), seen.Count, seen.Sum(messages => messages.Count() - 1), Longest(handled), Longest(arrived));
    }

    private static IEnumerable<string> Handled(Evidence evidence)
    {
        var (events, changes) = (evidence.Kept.Events.CountBy(kept => kept.Key).ToDictionary(), evidence.Kept.Changes.CountBy(key => key).ToDictionary());
        foreach (var said in evidence.Said)
        {
            var (handled, changed) = (events.GetValueOrDefault(said.Key), changes.GetValueOrDefault(said.Key));
            if (said.IsAccepted && handled == 0)
            {
                yield return $"{said.Key} was accepted and is lost.";
            }

            if (handled > 1 || changed > 1)
            {
                yield return $"{said.Key} was handled {Math.Max(handled, changed)} times.";
            }

            if (said.Press is null ? handled != changed : handled < changed)
            {
                yield return $"{said.Key} was handled {handled} times and changed {changed} deals.";
            }
        }

        foreach (var press in evidence.Said.Where(said => said.Press is not null).GroupBy(said => said.Press))
        {
            var did = press.Sum(said => changes.GetValueOrDefault(said.Key));
            if (did != 1)
            {
                yield return $"{press.Key} was pressed {press.Count()} times and did its work {did} times.";
            }
        }

        foreach (var key in events.Keys.Except(evidence.Said.Select(said => said.Key)))
        {
            yield return $"{key} was handled and nobody said it.";
        }
    }

    private static IEnumerable<string> Delivered(Evidence evidence, ILookup<(int, string), SeenMessage> seen)
    {
        var messages = evidence.Kept.Messages.ToLookup(message => (message.Conversation, message.Says));
        foreach (var said in evidence.Said.Where(said => said is { IsAccepted: true, Answer: not null } && messages[(said.Conversation, said.Answer)].Count() != 1))
        {
            yield return $"{said.Key} has {messages[(said.Conversation, said.Answer!)].Count()} answers in the outbox.";
        }

        foreach (var message in evidence.Kept.Messages)
        {
            if (message.DeadBecause is { } why)
            {
                yield return $"{message.Says} was given up: {why}";
            }
            else if (!message.IsSent)
            {
                yield return $"{message.Says} is stuck.";
            }
            else if (!seen.Contains((message.Conversation, message.Says)))
            {
                yield return $"{message.Says} counts as sent and never arrived.";
            }
        }

        foreach (var stranger in seen.Where(found => !messages.Contains(found.Key)))
        {
            yield return $"{stranger.Key.Item2} arrived in conversation {stranger.Key.Item1} and was never said there.";
        }

        if (evidence.Kept.Waiting > 0)
        {
            yield return $"{evidence.Kept.Waiting} conversations still wait to be delivered.";
        }
    }

    /// <summary>A message may come again when the channel did not say that it has it, or when somebody was disturbed before it was marked.</summary>
    private static IEnumerable<string> Repeated(Evidence evidence, ILookup<(int, string), SeenMessage> seen) =>
        from messages in seen
        from pair in messages.Zip(messages.Skip(1))
        where pair.First.WasTaken && !evidence.Disturbances.Any(disturbance => disturbance.From <= pair.Second.At && disturbance.Until >= pair.First.At)
        select $"{pair.Second.Says} came again for no reason.";

    /// <summary>A conversation's messages are said in the order of its events, and first arrive in the order of saying.</summary>
    private static IEnumerable<string> InOrder(Evidence evidence, ILookup<(int, string), SeenMessage> seen)
    {
        var answers = evidence.Said.GroupBy(said => said.Conversation).ToDictionary(of => of.Key, of => of.Select(said => said.Answer).OfType<string>().ToList());
        foreach (var conversation in evidence.Kept.Messages.GroupBy(message => message.Conversation))
        {
            var said = conversation.Select(message => message.Says).ToList();
            if (answers.TryGetValue(conversation.Key, out var inOrder) && !said.SequenceEqual(inOrder.Intersect(said)))
            {
                yield return $"Conversation {conversation.Key} was answered in disorder: {string.Join(", ", said)}.";
            }

            var arrived = said.Where(says => seen.Contains((conversation.Key, says))).ToList();
            if (!arrived.SequenceEqual(arrived.OrderBy(says => seen[(conversation.Key, says)].First().At)))
            {
                yield return $"Conversation {conversation.Key} was delivered in disorder: {string.Join(", ", arrived.OrderBy(says => seen[(conversation.Key, says)].First().At))}.";
            }
        }
    }

    private static IEnumerable<string> Reminded(Evidence evidence)
    {
        var said = evidence.Kept.Messages.CountBy(message => message.Says).ToDictionary();
        return evidence.Reminders.Where(reminder => said.GetValueOrDefault(reminder) != 1).Select(reminder => $"The digest {reminder} was made {said.GetValueOrDefault(reminder)} times.");
    }

    /// <summary>How long it took, less what a disturbance excuses.</summary>
    private static TimeSpan Late(DateTimeOffset from, DateTimeOffset until, IReadOnlyList<Disturbance> disturbances)
    {
        var counted = disturbances.Where(disturbance => disturbance.Until >= from && disturbance.From <= until)
            .Select(disturbance => disturbance.IsEverybodys ? disturbance.Until : disturbance.From)
            .Append(from)
            .Max();
        return until > counted ? until - counted : TimeSpan.Zero;
    }

    private static TimeSpan Longest(IEnumerable<Delay> delays) => delays.Select(delay => delay.Time).DefaultIfEmpty().Max();

    private sealed record Delay(string What, TimeSpan Time);
}
