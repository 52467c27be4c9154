using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using static System.FormattableString;

namespace LeadBot.Host.Import;

/// <summary>What an import did, or would do: counted while it runs, said at the end.</summary>
public sealed class ImportReport(Workspace workspace)
{
    /// <summary>Of faults, differences and stale deals no more than this many are named each; all are counted.</summary>
    private const int MostNamed = 200;

    private readonly List<string> _faults = [];
    private readonly List<string> _differences = [];
    private readonly Dictionary<string, int> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _stages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [.. workspace.Stages.Select(stage => stage.Limit is { } limit ? Invariant($"{stage.Name} {limit}") : stage.Name)];
    private readonly Dictionary<PersonId, Owned> _owned = [];

    public int Created { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Deleted { get; private set; }

    public int Faulty { get; private set; }

    /// <summary>Lines whose owner is not known yet.</summary>
    public int Waiting => _owners.Values.Sum();

    private int Differing { get; set; }

    /// <summary>Whose deals came in, and which of them look stale already.</summary>
    public IReadOnlyCollection<Owned> Owners => _owned.Values;

    public void Fault(long line, string sentence)
    {
        Faulty++;
        Name(_faults, Invariant($"line {line}: {sentence}"));
    }

    public void OwnerUnknown(string owner) => _owners[owner] = _owners.GetValueOrDefault(owner) + 1;

    public void WasDeleted() => Deleted++;

    public void WasUnchanged() => Unchanged++;

    public void WasChanged() => Changed++;

    /// <param name="fields">What the rep changed in LeadBot, and the CRM otherwise.</param>
    public void Differs(long line, Deal deal, IReadOnlyList<string> fields)
    {
        Differing++;
        Name(_differences, Invariant($"line {line}: {deal.Name}: {string.Join(", ", fields)}"));
    }

    /// <param name="silent">Working days since anything happened in the CRM; null: it is not stale there.</param>
    public void WasCreated(CrmDeal line, int? silent)
    {
        Created++;
        if (!_owned.TryGetValue(line.Owner.Id, out var owned))
        {
            _owned.Add(line.Owner.Id, owned = new Owned(line.Owner));
        }

        owned.CameIn++;
        if (silent is { } days)
        {
            owned.Stale++;
            Name(owned.StaleDeals, Invariant($"{line.Name} ({days} working days)"));
            Name(owned.StaleNames, line.Name);
        }

        if (line.Stage is { } stage && !workspace.Stages.Any(s => s.Name.Equals(stage, StringComparison.OrdinalIgnoreCase)))
        {
            _stages.Add(stage);
        }
    }

    /// <summary>What is printed.</summary>
    public IEnumerable<string> Lines(bool preview, bool nothingWritten)
    {
        foreach (var line in Listed(Faulty, _faults, "could not be read:", "line", "lines").Concat(Listed(Differing, _differences, "changed both in the CRM and in LeadBot; LeadBot's stays:", "deal was", "deals were")))
        {
            yield return line;
        }

        foreach (var (owner, lines) in _owners.OrderByDescending(owner => owner.Value))
        {
            yield return owner.Length == 0
                ? $"{Deals(lines)} without an owner: name one for them with --owner NAME."
                : $"{Deals(lines)} of {owner}, whom I don't know: once they have said hello to LeadBot, or stand under owners in the mapping, import the file again.";
        }

        if (_stages.Count > 0)
        {
            yield return $"Stages that are not in the settings: {string.Join(", ", _stages.Take(20))}. An admin can add them in chat: settings stages {string.Join(", ", _known.Concat(_stages).Take(20))}";
        }

        var stale = _owned.Values.Where(owned => owned.Stale > 0).OrderByDescending(owned => owned.Stale).ToList();
        if (stale.Count > 0)
        {
            yield return $"{Deals(stale.Sum(owned => owned.Stale))} {(stale.Sum(owned => owned.Stale) == 1 ? "looks" : "look")} stale already in the CRM; clean up, or let the clock that starts today show:";
            foreach (var owned in stale)
            {
                var more = owned.Stale - owned.StaleDeals.Count;
                yield return $"  {owned.Person.Name}: {string.Join(", ", owned.StaleDeals)}{(more > 0 ? Invariant($" and {more} more") : "")}";
            }
        }

        yield return Invariant($"{Deals(Created)} {(preview ? "would come" : "came")} in, {Changed} changed, {Unchanged} as before{(Deleted > 0 ? Invariant($", {Deleted} deleted in the CRM and passed over") : "")}{(Faulty > 0 ? Invariant($", {Faulty} faulty") : "")}{(Waiting > 0 ? Invariant($", {Waiting} waiting for their owner") : "")}.");
        if (nothingWritten)
        {
            yield return preview ? "Nothing was written: this was a preview." : "Nothing was written: with --strict a file has to be without faults.";
        }
    }

    private static IEnumerable<string> Listed(int count, List<string> named, string what, string one, string several)
    {
        if (count == 0)
        {
            yield break;
        }

        yield return Invariant($"{count} {(count == 1 ? one : several)} {what}");
        foreach (var name in named)
        {
            yield return "  " + name;
        }

        if (count > named.Count)
        {
            yield return Invariant($"  and {count - named.Count} more");
        }
    }

    private static string Deals(int count) => count == 1 ? "1 deal" : count.ToString("N0", CultureInfo.InvariantCulture) + " deals";

    private static void Name(List<string> named, string what)
    {
        if (named.Count < MostNamed)
        {
            named.Add(what);
        }
    }

    /// <summary>An owner's share.</summary>
    public sealed class Owned(Person person)
    {
        public Person Person { get; } = person;

        public int CameIn { get; set; }

        public int Stale { get; set; }

        public List<string> StaleDeals { get; } = [];

        public List<string> StaleNames { get; } = [];
    }
}
