namespace LeadBot.Host.Tests.Playbooks;

/// <summary>A small playbook with one question of each kind, to be broken line by line.</summary>
internal static class TextOf
{
    public const string EveryKind = """
        id: tiny
        version: 3
        title: Tiny
        currency: EUR
        pursue-at: 6
        walk-below: -4
        park-days: 30
        worth: {price: price, floor-per-hour: 50, price-floor: 100.50, chance: 0.4, selling-hours: 2.5, delivery-hours: hours}
        questions:
        - id: fit
          ask: Does it fit?
          why: Because.
          words: "Does it?"
          seconds: 20
          dont-know: 12
          options:
          - {id: fits, text: It fits, points: 3, expect: 70}
          - {id: never, text: Never, knocks-out: No fit, expect: 30}
        - id: price
          ask: How much?
          why: Because.
          words: "How much?"
          seconds: 30
          money:
          - {id: low, below: 500, points: -2, expect: 40}
          - {id: high, points: 4, expect: 60}
        - id: hours
          ask: How many hours?
          why: Because.
          words: "How long?"
          seconds: 30
          number:
          - {id: few, below: 10, hours: 5, points: 2, expect: 50}
          - {id: many, hours: 20.5, points: -2, expect: 50}
        - id: by
          ask: By when?
          why: Because.
          words: "By when?"
          seconds: 10
          date:
          - {id: soon, within: 90, points: 2, expect: 40}
          - {id: far, parks: 60 days before, points: 0, expect: 30}
          - {id: undated, points: -3, expect: 30}
        - id: sure
          ask: Sure?
          why: Because.
          words: "Sure?"
          seconds: 10
          yes-no:
            yes: {points: 3, expect: 50}
            no: {parks: 1 day, points: -3, expect: 50}
        may-not-fit:
        - {if-true: price, say: "Is it not too dear?"}
        lost-reasons: [No fit, Other]
        goodbye: Goodbye.
        """;

    public static string With(string line, string instead) =>
        EveryKind.Contains(line, StringComparison.Ordinal)
            ? EveryKind.Replace(line, instead, StringComparison.Ordinal)
            : throw new ArgumentException($"There is no such line: {line}", nameof(line));
}
