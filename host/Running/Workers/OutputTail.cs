using System.Text;

namespace NotebookHost.Running.Workers;

/// <summary>
/// Drains one output stream of a process and keeps its beginning and its end. The first lines say why a runtime gave up,
/// so they matter as much as the last.
/// </summary>
sealed class OutputTail
{
    const int Kept = 4000;

    readonly StringBuilder head = new();
    readonly StringBuilder tail = new();
    readonly Task draining;
    bool cut;

    public OutputTail(StreamReader reader) => draining = Task.Run(() => DrainAsync(reader));

    /// <summary>What was written; waits a moment for the rest, not for ever: a grandchild may still hold the stream.</summary>
    public async Task<string> TextAsync()
    {
        await Task.WhenAny(draining, Task.Delay(500)).ConfigureAwait(false);
        lock (head)
            return cut ? $"{head}\n…\n{tail}" : $"{head}{tail}";
    }

    async Task DrainAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
                Keep(buffer.AsSpan(0, read));
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    void Keep(ReadOnlySpan<char> text)
    {
        lock (head)
        {
            var room = Math.Min(Kept - head.Length, text.Length);
            head.Append(text[..room]);
            tail.Append(text[room..]);
            if (tail.Length <= 2 * Kept)
                return;
            tail.Remove(0, tail.Length - Kept);
            cut = true;
        }
    }
}
