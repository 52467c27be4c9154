namespace LeadBot.Faults.World;

/// <summary>A small disk that can be filled to the last byte.</summary>
/// <param name="path">Where it is, as seen from here.</param>
internal sealed class Disk(string path)
{
    private string Ballast => Path.Combine(path, "ballast");

    public void Fill()
    {
        using var file = File.Create(Ballast, bufferSize: 0);
        foreach (var block in new[] { new byte[1 << 20], new byte[4096] })
        {
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // No more of these fit.
            }
        }
    }

    public void Empty() => File.Delete(Ballast);
}
