namespace LeadBot.Domain.Qualification;

/// <summary>What price and hours come to over every way to answer those that are open, don't know included.</summary>
internal sealed class JointCompletions(JointWorth joint)
{
    public int LeastUpper { get; private set; } = Tally.Never;

    public int MostLower { get; private set; } = -Tally.Never;

    public int ParkUpper { get; private set; } = -Tally.Never;

    public bool KnocksOut { get; private set; }

    public void Complete(int[] standing, int slot, bool parks)
    {
        if (slot == JointWorth.Size)
        {
            Take(joint.Now(standing), parks);
            return;
        }

        if (standing[slot] != Stand.Open)
        {
            Complete(standing, slot + 1, parks);
            return;
        }

        for (var i = Stand.Unknown; i < joint.Pieces[slot].Length; i++)
        {
            if (i != Stand.Open)
            {
                standing[slot] = i;
                Complete(standing, slot + 1, parks || (i >= 0 && joint.Pieces[slot][i].Outcome.Parks is not null));
            }
        }

        standing[slot] = Stand.Open;
    }

    private void Take(Tally completed, bool parks)
    {
        if (completed.Has(Facts.KnockedOut))
        {
            KnocksOut = true;
            return;
        }

        LeastUpper = Math.Min(LeastUpper, completed.Upper);
        ParkUpper = parks ? Math.Max(ParkUpper, completed.Upper) : ParkUpper;
        MostLower = completed.Has(Facts.CanEnd) ? MostLower : Math.Max(MostLower, completed.Lower);
    }
}
