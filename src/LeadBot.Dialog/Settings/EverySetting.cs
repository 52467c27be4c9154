using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Settings;

/// <summary>All settings, in the order shown.</summary>
internal static class EverySetting
{
    /// <summary>What each person sets for themselves.</summary>
    public static readonly IReadOnlyList<Setting> OfPerson =
    [
        new AmountsSetting(), new ZoneSetting(), new DigestTimeSetting(), new DigestDaysSetting(), new QuietSetting(), new MostDealsSetting(),
        new MuteSetting(), new AwaySetting(), new HolidaysSetting(),
    ];

    /// <summary>What admins set for everybody.</summary>
    public static readonly IReadOnlyList<Setting> OfWorkspace =
    [
        new PlaybookSetting(),
    ];

    private static readonly Dictionary<SettingName, Setting> ByName = OfPerson.Concat(OfWorkspace).ToDictionary(setting => setting.Name);

    private static readonly Dictionary<string, Setting> ById = ByName.Values.ToDictionary(setting => Id(setting.Name));

    public static Setting Of(SettingName name) => ByName[name];

    /// <summary>By what stands on a button; null when there is none.</summary>
    public static Setting? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);

    /// <summary>What stands on buttons.</summary>
    public static string Id(SettingName name) => name.ToString().ToLowerInvariant();
}
