namespace LeadBot.Dialog.Digests;

/// <summary>One person's digest: what is new or due among their deals, in one card.</summary>
public static class Digest
{
    /// <summary>Makes it, or nothing when nothing is new or due or this is not their time.</summary>
    public static DigestDecision Compose(DigestInput input) =>
        new(null, null, [], [], DigestTime.NextAt(input.Person, input.Workspace, input.Holidays, input.Now, input.Last, input.Unpressed));
}
