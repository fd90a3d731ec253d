namespace NotebookHost.Jupyter.Kernel;

/// <summary>Cursor positions: the protocol counts characters, .NET counts UTF-16 units, of which 𝑥 has two.</summary>
static class CodePoints
{
    /// <summary>The place in a .NET string; a position behind the end means the end.</summary>
    public static int ToIndex(string text, int position)
    {
        var index = 0;
        for (; position > 0 && index < text.Length; position--)
            index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The place as the protocol counts.</summary>
    public static int FromIndex(string text, int index)
    {
        var position = 0;
        for (var i = 0; i < index; position++)
            i += IsPair(text, i) ? 2 : 1;
        return position;
    }

    static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
