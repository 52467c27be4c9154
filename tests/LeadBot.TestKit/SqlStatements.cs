using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace LeadBot.TestKit;

/// <summary>Every SQL statement that an assembly can say, read out of it: so none is forgotten.</summary>
public static partial class SqlStatements
{
    /// <summary>On one line each, in no order.</summary>
    public static IEnumerable<string> In(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        for (var at = reader.GetNextHandle(default(UserStringHandle)); !at.IsNil; at = reader.GetNextHandle(at))
        {
            var text = Spaces().Replace(reader.GetUserString(at), " ").Trim();
            if (Statement().IsMatch(text))
            {
                yield return text;
            }
        }
    }

    [GeneratedRegex("^(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH) .")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
