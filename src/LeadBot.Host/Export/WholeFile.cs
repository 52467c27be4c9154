using LeadBot.Host.Startup;

namespace LeadBot.Host.Export;

/// <summary>A file that is written whole or not at all.</summary>
internal static class WholeFile
{
    /// <param name="write">Writes the file of the name it is given.</param>
    /// <exception cref="StartRefusedException">It cannot be written.</exception>
    public static T Write<T>(string path, Func<string, T> write)
    {
        var unfinished = path + ".part";
        try
        {
            var written = write(unfinished);
            File.Move(unfinished, path, overwrite: true);
            return written;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} cannot be written: {failure.Message}");
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }
}
