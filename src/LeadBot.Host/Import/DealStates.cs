using LeadBot.Domain.Deals;

namespace LeadBot.Host.Import;

/// <summary>Reads what CRMs call a deal's state.</summary>
public static class DealStates
{
    /// <summary>Null: none of the words known; empty text is open.</summary>
    public static DealState? Read(string text) => KnownHeaders.Plain(text) switch
    {
        "" or "open" or "active" or "inprogress" or "ongoing" or "new" or "pending" or "offen" => DealState.Open,
        "parked" or "onhold" or "paused" or "later" => DealState.Parked,
        var won when EndsIn(won, "won") || won is "gewonnen" => DealState.Won,
        var lost when EndsIn(lost, "lost") || lost is "verloren" or "abandoned" or "disqualified" => DealState.Lost,
        _ => null,
    };

    /// <summary>A stage that says how it ended, as Salesforce and HubSpot have it; null: it is only a stage.</summary>
    public static DealState? OfStage(string stage) => KnownHeaders.Plain(stage) switch
    {
        "won" or "closedwon" or "gewonnen" => DealState.Won,
        "lost" or "closedlost" or "verloren" => DealState.Lost,
        _ => null,
    };

    /// <summary>Gone in the CRM: such a line is passed over.</summary>
    public static bool IsDeleted(string text) => KnownHeaders.Plain(text) is "deleted" or "archived";

    private static bool EndsIn(string plain, string word) => plain == word || plain == "closed" + word;
}
