using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>
/// A playbook under frozen terms, its outcomes cut where the worth of an hour changes sides. Immutable; making one is
/// cheap enough to do in every turn.
/// </summary>
public sealed class Sheet
{
    private Sheet(Playbook playbook, Terms terms, SheetQuestion[] questions, Clearing? clearing, JointWorth? joint)
    {
        (Playbook, Terms, Questions, Clearing, Joint) = (playbook, terms, questions, clearing, joint);
        Thresholds = new Thresholds(playbook.PursueAt, playbook.WalkBelow, terms.ShortParks > 0);
    }

    /// <summary>The playbook the sheet is of.</summary>
    public Playbook Playbook { get; }

    /// <summary>What was frozen when the qualification started.</summary>
    public Terms Terms { get; }

    internal SheetQuestion[] Questions { get; }

    internal Clearing? Clearing { get; }

    /// <summary>Null unless the playbook asks for hours.</summary>
    internal JointWorth? Joint { get; }

    internal Thresholds Thresholds { get; }

    /// <summary>Compiles a playbook; it must have no <see cref="PlaybookFaults"/>.</summary>
    public static Sheet For(Playbook playbook, Terms terms)
    {
        var clearing = playbook.Worth is { } worth ? new Clearing(worth, terms) : null;
        var joint = clearing is null ? null : JointPieces.Of(playbook, clearing);
        var questions = new SheetQuestion[playbook.Questions.Count];
        for (var i = 0; i < questions.Length; i++)
        {
            var question = playbook.Questions[i];
            var slot = joint is null ? -1 : Array.IndexOf(joint.Slots, i);
            var pieces = slot >= 0 ? joint!.Pieces[slot]
                : question.Id == clearing?.Worth.Price ? Pieces.OfPrice(question, clearing.Worth.PriceFloor, [clearing.Price(null, null)])
                : Pieces.Of(question);
            questions[i] = new SheetQuestion(question, pieces, slot);
        }

        return new Sheet(playbook, terms, questions, clearing, joint);
    }

    /// <summary>
    /// The verdict on these answers. Answers that no longer fit the playbook count as not given; of several to one
    /// question the last counts. A second don't-know counts as the worst outcome that does not knock out, except on a
    /// question that can knock out, where it stays unknown.
    /// </summary>
    /// <param name="today">The rep's own day: a date answered before it has passed and is unknown.</param>
    public Verdict Judge(IReadOnlyList<GivenAnswer> answers, DateOnly today) => Judgement.Of(this, new Standings(this, answers, today));

    /// <summary>What an answer comes to, whatever the other answers are.</summary>
    /// <param name="on">The day it was given; days are counted from it.</param>
    public Reading Read(QuestionId question, Answer answer, DateOnly on) =>
        Array.Find(Questions, q => q.Question.Id == question) is { } asked
            ? Readings.Of(asked, answer, on)
            : new Reading.NotAnAnswer();

    /// <summary>
    /// The smallest change of one answer, else of two, that gives another kind of verdict; null when none does. Smallest
    /// is the least difference in points (a knock-out counts one point under its question's worst, an unknown as
    /// whichever outcome it becomes), then the better verdict, then the playbook's order. When the deal is short of
    /// Pursue, a change that makes it Pursue comes first.
    /// </summary>
    public WhatIf? SmallestChange(IReadOnlyList<GivenAnswer> answers, DateOnly today) =>
        new ChangeSearch(this, new Standings(this, answers, today)).Smallest();

    /// <summary>
    /// Whether an answer to that question can knock out, by itself or together with price or hours. A second don't-know to
    /// one that can stays unknown, and leaves only dropping the deal or keeping it anyway.
    /// </summary>
    public bool CanKnockOut(QuestionId question) => Array.Exists(Questions, q => q.Question.Id == question && q.CanKnockOut);

    /// <param name="places">By question: a piece's index, or one of <see cref="Stand"/>.</param>
    internal Tally Tally(ReadOnlySpan<int> places)
    {
        var alone = TallyAlone(places);
        if (Joint is null)
        {
            return alone;
        }

        Span<int> standing = stackalloc int[JointWorth.Size];
        Joint.Pick(places, standing);
        return alone + Joint.Tally(standing);
    }

    /// <summary>The rule alone, without looking at completions.</summary>
    internal VerdictRule Rule(ReadOnlySpan<int> places)
    {
        var alone = TallyAlone(places);
        if (Joint is null)
        {
            return alone.Rule(Thresholds);
        }

        Span<int> standing = stackalloc int[JointWorth.Size];
        Joint.Pick(places, standing);
        return (alone + Joint.Now(standing)).Rule(Thresholds);
    }

    private Tally TallyAlone(ReadOnlySpan<int> places)
    {
        var sum = Qualification.Tally.Nothing;
        for (var i = 0; i < places.Length; i++)
        {
            if (Questions[i].Slot < 0)
            {
                sum += Questions[i].TallyAt(places[i]);
            }
        }

        return sum;
    }
}
