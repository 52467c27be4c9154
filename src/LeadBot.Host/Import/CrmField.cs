namespace LeadBot.Host.Import;

/// <summary>What a column of a deal file can hold; in a mapping file by its name in lower case with hyphens (<c>crm-id</c>).</summary>
public enum CrmField
{
    LeadBotId,
    CrmId,
    CrmAddress,
    Name,
    Owner,
    OwnerId,
    Stage,
    Value,
    State,
    ParkedUntil,
    Created,
    ClosedOn,
    LastActivity,
    Hours,
    PutOffs,
    LostReason,
    Note,
    HoursFreed,
}

/// <summary>The headers a column is recognised by without a mapping: those of HubSpot, Pipedrive, Salesforce and LeadBot's own export.</summary>
public static class KnownHeaders
{
    /// <summary>As <see cref="Plain"/> gives them, the surest first.</summary>
    private static readonly Dictionary<CrmField, string> s_known = new()
    {
        [CrmField.LeadBotId] = "leadbotid",
        [CrmField.CrmId] = "crmid recordid dealid opportunityid hsobjectid id",
        [CrmField.CrmAddress] = "crmaddress recordurl dealurl url link",
        [CrmField.Name] = "dealname opportunityname name dealtitle title deal",
        [CrmField.Owner] = "dealowner opportunityowner ownername owner salesrep assignedto",
        [CrmField.OwnerId] = "ownerid",
        [CrmField.Stage] = "dealstage stagename stage pipelinestage",
        [CrmField.Value] = "amount dealamount value dealvalue",
        [CrmField.State] = "state dealstatus status",
        [CrmField.ParkedUntil] = "parkeduntil",
        [CrmField.Created] = "createdate createddate datecreated created dealcreated dealcreatedon createdon addtime",
        [CrmField.ClosedOn] = "closedon closedate closeddate dealclosedon wontime losttime",
        [CrmField.LastActivity] = "lastactivitydate lastactivity lastprogress lastcontacted lastmodifieddate updatetime",
        [CrmField.Hours] = "hours",
        [CrmField.PutOffs] = "putoffs",
        [CrmField.LostReason] = "lostreason closedlostreason deallostreason lossreason",
        [CrmField.Note] = "note",
        [CrmField.HoursFreed] = "hoursfreed",
    };

    /// <summary>The column of a field, from 0; null when no header is known to be it.</summary>
    public static int? Find(CrmField field, IReadOnlyList<string> headers)
    {
        var plain = headers.Select(Plain).ToList();
        return s_known[field].Split(' ').Select(known => plain.IndexOf(known)).Where(at => at >= 0).Cast<int?>().FirstOrDefault();
    }

    /// <summary>Only letters and digits, lower-case, without Pipedrive's "Deal - " before it.</summary>
    public static string Plain(string header)
    {
        const string Before = "Deal - ";
        header = header.StartsWith(Before, StringComparison.OrdinalIgnoreCase) ? header[Before.Length..] : header;
        return string.Concat(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
    }

    /// <summary>A field as a mapping file writes it: <c>crm-id</c>.</summary>
    public static string KeyOf(CrmField field) => field == CrmField.LeadBotId
        ? "leadbot-id"
        : string.Concat(field.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
