using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

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
        new PlaybookSetting(), new FloorSetting(), new StagesSetting(), new SilenceSetting(), new LearntLimitSetting(), new ChanceFloorSetting(), new PutOffsSetting(),
        new AutoParkSetting(), new TeamHolidaysSetting(), new PostSetting(),
        new ChannelSwitch(SettingName.Weekly, ChannelWords.WeeklyLabel, c => c.WeeklyPost, (c, on) => c with { WeeklyPost = on, DropList = on && c.DropList }, ChannelWords.WeeklySet),
        // The drop list is a part of the weekly post.
        new ChannelSwitch(SettingName.DropList, ChannelWords.DropListLabel, c => c.DropList, (c, on) => c with { DropList = on, WeeklyPost = on || c.WeeklyPost }, ChannelWords.DropListSet),
        new ManagersSetting(), new AdminsSetting(),
    ];

    private static readonly Dictionary<SettingName, Setting> ByName = OfPerson.Concat(OfWorkspace).ToDictionary(setting => setting.Name);

    private static readonly Dictionary<string, Setting> ById = ByName.Values.ToDictionary(setting => Id(setting.Name));

    public static Setting Of(SettingName name) => ByName[name];

    /// <summary>By what stands on a button; null when there is none.</summary>
    public static Setting? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);

    /// <summary>What stands on buttons.</summary>
    public static string Id(SettingName name) => name.ToString().ToLowerInvariant();
}
