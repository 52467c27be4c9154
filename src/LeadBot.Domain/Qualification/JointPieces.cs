using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Cuts price and hours for the joint rule.</summary>
internal static class JointPieces
{
    /// <summary>Null when the playbook asks for no hours.</summary>
    public static JointWorth? Of(Playbook playbook, Clearing clearing)
    {
        var worth = clearing.Worth;
        if (worth.SellingHoursAsked is null && worth.DeliveryHoursAsked is null)
        {
            return null;
        }

        int[] slots = [PlaceOf(playbook, worth.Price), PlaceOf(playbook, worth.SellingHoursAsked), PlaceOf(playbook, worth.DeliveryHoursAsked)];
        Piece[] selling = slots[1] < 0 ? [] : Pieces.Of(playbook.Questions[slots[1]]);
        Piece[] delivery = slots[2] < 0 ? [] : Pieces.Of(playbook.Questions[slots[2]]);
        var prices = new decimal[Math.Max(1, selling.Length), Math.Max(1, delivery.Length)];
        for (var s = 0; s < prices.GetLength(0); s++)
        {
            for (var d = 0; d < prices.GetLength(1); d++)
            {
                prices[s, d] = clearing.Price(HoursOf(selling, s), HoursOf(delivery, d));
            }
        }

        var price = Pieces.OfPrice(playbook.Questions[slots[0]], worth.PriceFloor, [.. prices.Cast<decimal>().Distinct().Order()]);
        var firstClear = new int[prices.GetLength(0), prices.GetLength(1)];
        for (var s = 0; s < prices.GetLength(0); s++)
        {
            for (var d = 0; d < prices.GetLength(1); d++)
            {
                firstClear[s, d] = Array.FindIndex(price, p => p.AtLeast >= prices[s, d]);
            }
        }

        return new JointWorth(slots, [price, selling, delivery], firstClear);
    }

    private static decimal? HoursOf(Piece[] asked, int band) => asked.Length == 0 ? null : asked[band].Outcome.Hours;

    private static int PlaceOf(Playbook playbook, QuestionId? id)
    {
        for (var i = 0; i < playbook.Questions.Count; i++)
        {
            if (playbook.Questions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
