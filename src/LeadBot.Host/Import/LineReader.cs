using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using static System.FormattableString;

namespace LeadBot.Host.Import;

/// <summary>Makes a deal of a line.</summary>
/// <param name="owner">Owner of the lines that name none; null: there is none.</param>
public sealed class LineReader(ImportMapping mapping, CellReader cells, OwnerBook owners, Person? owner)
{
    private const int LongestId = 200;
    private const int LongestStage = 40;
    private const int LongestText = 500;
    private const decimal LargestValue = 1_000_000_000_000;
    private const decimal MostHours = 100_000;
    private const int MostPutOffs = 1000;

    public LineRead Read(DealLine line)
    {
        if (line.Broken is { } broken)
        {
            return new LineRead.Faulty(line.Number, broken);
        }

        var stage = NullIfEmpty(line[CrmField.Stage]);
        var said = line[CrmField.State];
        if (DealStates.IsDeleted(said))
        {
            return new LineRead.Deleted(line.Number);
        }

        var faults = new List<string>();
        var state = State(said, stage, faults);
        var ended = stage is not null && State(stage) is not null;
        var deal = new CrmDeal(
            line.Number,
            Id(line[CrmField.CrmId], faults),
            LeadBotId(line[CrmField.LeadBotId], faults),
            Address(line, faults),
            Name(line[CrmField.Name], faults),
            null!,
            ended ? null : stage is { Length: > LongestStage } ? stage[..LongestStage] : stage,
            Number(line, CrmField.Value, LargestValue, faults),
            state,
            Day(line, CrmField.ParkedUntil, faults),
            Instant(line, CrmField.Created, faults),
            state is DealState.Won or DealState.Lost ? Instant(line, CrmField.ClosedOn, faults) : null,
            Day(line, CrmField.LastActivity, faults),
            Number(line, CrmField.Hours, MostHours, faults) ?? 0,
            (int)(Number(line, CrmField.PutOffs, MostPutOffs, faults) ?? 0),
            Short(line[CrmField.LostReason]),
            Short(line[CrmField.Note]),
            Number(line, CrmField.HoursFreed, MostHours, faults) ?? 0);
        return faults.Count > 0 ? new LineRead.Faulty(line.Number, string.Join(' ', faults)) : OwnedBy(line, deal);
    }

    private LineRead OwnedBy(DealLine line, CrmDeal deal)
    {
        var (id, name) = (line[CrmField.OwnerId], line[CrmField.Owner]);
        if (id.Length > 0 && owners.ById(id) is { } known)
        {
            return new LineRead.Good(deal with { Owner = known });
        }

        var said = name.Length > 0 ? name : id;
        if (said.Length == 0)
        {
            return owner is null ? new LineRead.OwnerUnknown(line.Number, "") : new LineRead.Good(deal with { Owner = owner });
        }

        return owners.Find(said) switch
        {
            [var found] => new LineRead.Good(deal with { Owner = found }),
            [] => new LineRead.OwnerUnknown(line.Number, said),
            var several => new LineRead.Faulty(line.Number, $"There are {several.Count} people called {said}: say which under owners in the mapping, by id ({string.Join(", ", several.Select(p => p.Id))})."),
        };
    }

    private DealState State(string said, string? stage, List<string> faults)
    {
        if (said.Length == 0)
        {
            return stage is null ? DealState.Open : State(stage) ?? DealState.Open;
        }

        if ((mapping.States.TryGetValue(said, out var mapped) ? mapped : DealStates.Read(said)) is { } state)
        {
            return state;
        }

        faults.Add($"\"{said}\" is no state I know: say what it comes to under states in the mapping (open, parked, won or lost).");
        return DealState.Open;
    }

    private DealState? State(string stage) => mapping.States.TryGetValue(stage, out var mapped) ? mapped : DealStates.OfStage(stage);

    private static string Name(string said, List<string> faults)
    {
        if (Names.Clean(said) is { } name)
        {
            return name;
        }

        faults.Add(Names.IsTooLong(said) ? Invariant($"The name is longer than {Deal.LongestName} characters: shorten it.") : "It has no name.");
        return "";
    }

    private static string? Id(string said, List<string> faults)
    {
        if (said.Length > LongestId)
        {
            faults.Add(Invariant($"The CRM's id is longer than {LongestId} characters."));
        }

        return NullIfEmpty(said);
    }

    private static DealId? LeadBotId(string said, List<string> faults)
    {
        if (said.Length > 0 && DealId.Read(said) is null)
        {
            faults.Add($"\"{said}\" is no id of LeadBot's.");
        }

        return DealId.Read(said);
    }

    private string? Address(DealLine line, List<string> faults)
    {
        var said = line[CrmField.CrmAddress] is { Length: > 0 } address ? address
            : mapping.Address is { } pattern && line[CrmField.CrmId] is { Length: > 0 } id ? pattern.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)
            : null;
        if (said is not null && CrmAddress.Read(said) is null)
        {
            faults.Add($"\"{Shown(said)}\" is no http or https address.");
        }

        return said;
    }

    private decimal? Number(DealLine line, CrmField field, decimal most, List<string> faults)
    {
        var said = line[field];
        var number = said.Length == 0 ? null : cells.Number(said);
        if (said.Length > 0 && !(number <= most))
        {
            faults.Add(Invariant($"\"{Shown(said)}\" is no {KnownHeaders.KeyOf(field)} from 0 to {most:0}."));
        }

        return number;
    }

    private DateOnly? Day(DealLine line, CrmField field, List<string> faults)
    {
        var said = line[field];
        var day = said.Length == 0 ? null : cells.Day(said);
        if (said.Length > 0 && day is null)
        {
            faults.Add(NoDay(field, said));
        }

        return day;
    }

    private DateTimeOffset? Instant(DealLine line, CrmField field, List<string> faults)
    {
        var said = line[field];
        var at = said.Length == 0 ? null : cells.Instant(said);
        if (said.Length > 0 && at is null)
        {
            faults.Add(NoDay(field, said));
        }

        return at;
    }

    private static string NoDay(CrmField field, string said) => $"\"{Shown(said)}\" under {KnownHeaders.KeyOf(field)} is no day I know: 2026-03-01 always works.";

    private static string? Short(string text) => NullIfEmpty(text.Length > LongestText ? text[..LongestText] : text);

    private static string Shown(string said) => said.Length > 40 ? said[..40] + "…" : said;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
