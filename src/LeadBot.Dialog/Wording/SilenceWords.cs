using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about stages and when a deal is stale, strung along, or parked by the clock.</summary>
internal static class SilenceWords
{
    public const string StagesLabel = "Stages";
    public const string StagesField = "For example lead, demo, proposal 20, contract";
    public const string ChangeStages = "Change stages";
    public const string NoStages = "Noted: no stages. Deals keep what they have until somebody changes it.";
    public const string StagesAgain = "I need 1 to 20 stages with commas between them, for example \"settings stages lead, demo, proposal 20, contract\"; \"none\" does without.";
    public const string LimitLabel = "Stale after";
    public const string LimitField = "Working days, from 1 to 250";
    public const string ChangeLimit = "Change silence limit";
    public const string LimitAgain = "The silence limit is 1 to 250 working days. For example \"settings limit 15\".";
    public const string PutOffsLabel = "Strung along after";
    public const string PutOffsField = "A number from 1 to 10";
    public const string ChangePutOffs = "Change put-offs";
    public const string PutOffsAgain = "A deal is strung along after 1 to 10 put-offs. For example \"settings put-offs 3\".";
    public const string AutoParkLabel = "Auto-park";
    public const string AutoParkField = "Working days, from 5 to 250";
    public const string ChangeAutoPark = "Change auto-park";
    public const string AutoParkTurnOff = "Turn auto-park off";
    public const string AutoParkOff = "Noted: I park no deal by myself.";
    public const string AutoParkAgain = "Auto-park takes 5 to 250 working days, or \"off\". For example \"settings auto-park 30\".";

    private const string ExampleOfStages = "A number after a name is its silence limit in working days. For example \"settings stages lead, demo, proposal 20, contract\".";

    public static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";

    public static string Stages(IReadOnlyList<Stage> stages) => stages.Count == 0 ? "none" : string.Join(", ", stages.Select(s => s.Limit is { } limit ? $"{s.Name} ({WorkingDays(limit)})" : s.Name));

    public static string AskStages(IReadOnlyList<Stage> stages) =>
        $"{(stages.Count == 0 ? "There are no stages." : $"The stages are {Stages(stages)}.")} Which shall there be? {ExampleOfStages}";

    public static string StageTooLong(string name) => $"\"{Labels.Fit(name)}\" is too long for a stage; 40 characters are the most. For example \"proposal 20\".";

    public static string StageLimitOut(Stage stage) => $"The limit of {stage.Name} is to be 1 to 250 working days, not {stage.Limit}. For example \"{stage.Name} 20\".";

    public static string StageTwice(string name) => $"\"{name}\" is there twice; each stage needs a name of its own.";

    public static string StagesSet(IReadOnlyList<Stage> stages) => $"Noted: the stages are {Stages(stages)}. \"stage NAME {stages[0].Name}\" sets one.";

    public static string AskLimit(int limit) => $"A deal is stale after {WorkingDays(limit)} without progress. After how many shall it be? From 1 to 250.";

    public static string LimitSet(int limit, LearntLimit? approved) => approved is null
        ? $"Noted: a deal is stale after {WorkingDays(limit)} without progress, except in stages with a limit of their own."
        : $"Noted: {WorkingDays(limit)}. For now the learnt limit of {WorkingDays(approved.Limit)} is used instead; \"settings learnt off\" ends that.";

    public static string PutOffs(int at) => at == 1 ? "1 put-off" : $"{at} put-offs";

    public static string AskPutOffs(int at) => $"A deal is strung along after {PutOffs(at)} since it last moved. After how many shall it be? From 1 to 10.";

    public static string PutOffsSet(int at) => $"Noted: a deal is strung along after {PutOffs(at)} since it last moved.";

    public static string AutoPark(int? after) => after is { } days ? $"after {WorkingDays(days)} stale" : "off";

    public static string AskAutoPark(int? after) =>
        $"{(after is { } days ? $"I park deals that stay stale for {WorkingDays(days)}." : "I park no deal by myself.")} After how many working days shall I? From 5 to 250, or \"off\". I announce it five days before, and it can always be taken back.";

    public static string AutoParkSet(int days) => $"Noted: deals that stay stale for {WorkingDays(days)} are parked. The rep hears of it five days before and can always take it back.";
}
