using System.Text;

namespace NotebookHost.Site.Math;

/// <summary>What a piece of TeX is.</summary>
internal enum TexKind { Command, Character, Open, Close, Superscript, Subscript, Align, End }

/// <summary>A piece of TeX: a command without its backslash, or one character.</summary>
internal readonly record struct TexToken(TexKind Kind, string Text);

/// <summary>Cuts a formula into tokens; white space and comments are gone, except inside text (<see cref="ReadText"/>).</summary>
internal sealed class TexLexer(string tex)
{
    int position;

    /// <summary>The next token without taking it.</summary>
    public TexToken Peek()
    {
        var before = position;
        var token = Next();
        position = before;
        return token;
    }

    /// <summary>Takes the next token.</summary>
    public TexToken Next()
    {
        SkipSpace();
        if (position >= tex.Length) return new TexToken(TexKind.End, "");
        var rune = Rune.GetRuneAt(tex, position);
        if (rune.Value == '\\') return Command();
        position += rune.Utf16SequenceLength;
        return new TexToken(rune.Value switch
        {
            '{' => TexKind.Open,
            '}' => TexKind.Close,
            '^' => TexKind.Superscript,
            '_' => TexKind.Subscript,
            '&' => TexKind.Align,
            _ => TexKind.Character,
        }, rune.ToString());
    }

    TexToken Command()
    {
        position++;
        if (position >= tex.Length) throw new TexException("a backslash at the end of the formula");
        var start = position;
        if (char.IsAsciiLetter(tex[position]))
        {
            while (position < tex.Length && char.IsAsciiLetter(tex[position])) position++;
            if (position < tex.Length && tex[position] == '*' && tex[start..position] == "operatorname") position++;
        }
        else
        {
            position++;
        }
        return new TexToken(TexKind.Command, tex[start..position]);
    }

    /// <summary>Takes <c>{,}</c> before a digit, the comma inside a number (<c>1{,}8</c>, <c>10{,}000</c>); false, and nothing taken, without it.</summary>
    public bool TakeCommaOfNumber()
    {
        if (!tex.AsSpan(position).StartsWith("{,}") || position + 3 >= tex.Length || !char.IsAsciiDigit(tex[position + 3])) return false;
        position += 3;
        return true;
    }

    /// <summary>The characters of a braced argument as they stand, spaces included: <c>\text{ if }</c>.</summary>
    public string ReadText(string command)
    {
        SkipSpace();
        if (position >= tex.Length || tex[position] != '{') throw new TexException($"\\{command} without {{…}}");
        var text = new StringBuilder();
        var depth = 0;
        for (; position < tex.Length; position++)
        {
            var character = tex[position];
            if (character == '\\' && position + 1 < tex.Length && !char.IsAsciiLetter(tex[position + 1]))
            {
                text.Append(tex[++position]);
                continue;
            }
            if (character == '{' && depth++ == 0) continue;
            if (character == '}' && --depth == 0)
            {
                position++;
                return text.ToString();
            }
            text.Append(character);
        }
        throw new TexException($"\\{command}{{ without a closing brace");
    }

    /// <summary>An optional argument in brackets, such as the 3 in <c>\sqrt[3]{x}</c>; null when there is none.</summary>
    public string? ReadOptional()
    {
        SkipSpace();
        if (position >= tex.Length || tex[position] != '[') return null;
        var end = tex.IndexOf(']', position);
        if (end < 0) throw new TexException("[ without ]");
        var text = tex[(position + 1)..end];
        position = end + 1;
        return text;
    }

    void SkipSpace()
    {
        while (position < tex.Length && (char.IsWhiteSpace(tex[position]) || tex[position] == '%'))
        {
            if (tex[position] == '%')
                while (position < tex.Length && tex[position] != '\n') position++;
            else
                position++;
        }
    }
}
