using NotebookHost.Scripting;

namespace NotebookHost.Display;

/// <summary>Something that a cell shows and may replace later: progress, a chart while training.</summary>
public sealed class DisplayedValue
{
    static int lastNumber;

    readonly OutputChannel channel;
    readonly string[] mimeTypes;

    internal DisplayedValue(OutputChannel channel, string[] mimeTypes)
    {
        this.channel = channel;
        this.mimeTypes = mimeTypes;
        Id = NextId();
    }

    internal static string NextId() => $"display-{Interlocked.Increment(ref lastNumber)}";

    internal string Id { get; }

    /// <summary>Shows <paramref name="value"/> in the place of what was there before, also from a later cell.</summary>
    public void Update(object? value) =>
        (OutputChannel.Current ?? channel).Send(new DisplayUpdate(ValueFormatter.Format(value, mimeTypes), Id));
}
