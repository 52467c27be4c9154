using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadBot.Faults.World;

/// <summary>
/// Conversations have numbers; every second is in Slack, the others in Teams. What is said in them names them, so that a message can be told from all
/// others wherever it turns up.
/// </summary>
internal static partial class Names
{
    /// <summary>How many workspaces there are; in the first fifth of them the channels never misbehave.</summary>
    private const int Workspaces = 20;

    private static readonly string[] s_deals = ["Apple", "Bridge", "Castle"];

    /// <summary>From this one on conversations are those of people who get a digest, in Slack.</summary>
    public const int FirstReminded = 90_000_000;

    public static bool IsInSlack(int conversation) => conversation >= FirstReminded || conversation % 2 == 0;

    public static int WorkspaceOf(int conversation) => conversation / 2 % Workspaces;

    public static bool IsCalm(int conversation) => conversation < FirstReminded && WorkspaceOf(conversation) < Workspaces / 5;

    /// <summary>Every tenant of Teams, in a setting.</summary>
    public static string Tenants => string.Join(',', Enumerable.Range(0, Workspaces).Select(Tenant));

    public static string Tenant(int workspace) => $"00000000-0000-4000-8000-{workspace:000000000000}";

    /// <summary>Unlike every other deal's: of names that are alike one would be asked which is meant.</summary>
    /// <param name="nr">1, 2 or 3.</param>
    public static string Deal(int conversation, int nr)
    {
        var name = new StringBuilder(s_deals[nr - 1]);
        for (var left = (uint)conversation * 2_654_435_761u; left > 0; left /= 26)
        {
            name.Append((char)('a' + (left % 26)));
        }

        return name.ToString();
    }

    /// <summary>What a message says, and in no other: the deal, and what of it.</summary>
    public static string Answer(int conversation, int nr, bool isValue) => $"{Deal(conversation, nr)}{(isValue ? " would bring" : ": at most")}";

    public static string Digest(int conversation) => $"{Deal(conversation, 1)}: digest";

    /// <summary>Which message it is, read from its card or its request.</summary>
    public static string Said(string json) => AnAnswer().Match(json) is { Success: true } answer ? answer.Value
        : ADeal().Match(json) is { Success: true } deal ? $"{deal.Value}: digest"
        : json[..Math.Min(json.Length, 200)];

    /// <summary>The conversation a message of LeadBot is addressed to; it ends with its number.</summary>
    public static int Conversation(string id) => int.Parse(id[(id.LastIndexOfAny(['D', ':']) + 1)..], CultureInfo.InvariantCulture);

    [GeneratedRegex("(Apple|Bridge|Castle)[a-z]+(: at most| would bring)")]
    private static partial Regex AnAnswer();

    [GeneratedRegex("(Apple|Bridge|Castle)[a-z]+")]
    private static partial Regex ADeal();
}
