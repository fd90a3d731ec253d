using System.Text;

namespace NotebookHost.Running;

/// <summary>The last characters of a text that may be far longer.</summary>
sealed class TextTail(int capacity)
{
    readonly StringBuilder text = new();

    /// <summary>Characters that were let go.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Characters kept: all of a short text, between one and two capacities of a long one.</summary>
    public int Length => text.Length;

    /// <summary>Adds text at the end; what no longer fits is let go at the front.</summary>
    public void Append(ReadOnlySpan<char> more)
    {
        if (more.Length > capacity)
        {
            Drop(text.Length);
            LeftOut += more.Length - capacity;
            more = more[^capacity..];
        }
        text.Append(more);
        // Only when twice too long: so the cost of a long text stays proportional to its length.
        if (text.Length > 2 * capacity)
            Drop(text.Length - capacity);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    void Drop(int count)
    {
        text.Remove(0, count);
        LeftOut += count;
    }
}
