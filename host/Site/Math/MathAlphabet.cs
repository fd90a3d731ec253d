using System.Text;

namespace NotebookHost.Site.Math;

/// <summary>
/// Letters in the styles of mathematics. MathML Core knows no attribute for them; Unicode has the letters themselves
/// (block U+1D400, with holes where older characters exist).
/// </summary>
internal enum MathAlphabet
{
    /// <summary>As it stands: one letter is drawn italic.</summary>
    Default,

    /// <summary>\mathrm.</summary>
    Upright,

    /// <summary>\mathbf: 𝐖.</summary>
    Bold,

    /// <summary>\boldsymbol: 𝜽.</summary>
    BoldItalic,

    /// <summary>\mathbb: ℝ.</summary>
    DoubleStruck,

    /// <summary>\mathcal: ℒ.</summary>
    Script,

    /// <summary>\mathsf.</summary>
    SansSerif,

    /// <summary>\mathtt.</summary>
    Monospace,
}

/// <summary>Letters → letters of a <see cref="MathAlphabet"/>.</summary>
internal static class MathAlphabets
{
    /// <summary>The commands that switch the alphabet for their argument.</summary>
    public static readonly Dictionary<string, MathAlphabet> Commands = new()
    {
        ["mathrm"] = MathAlphabet.Upright, ["mathup"] = MathAlphabet.Upright, ["mathit"] = MathAlphabet.Default,
        ["mathnormal"] = MathAlphabet.Default, ["mathbf"] = MathAlphabet.Bold, ["boldsymbol"] = MathAlphabet.BoldItalic,
        ["bm"] = MathAlphabet.BoldItalic, ["pmb"] = MathAlphabet.BoldItalic, ["mathbb"] = MathAlphabet.DoubleStruck,
        ["mathcal"] = MathAlphabet.Script, ["mathscr"] = MathAlphabet.Script, ["mathsf"] = MathAlphabet.SansSerif,
        ["mathtt"] = MathAlphabet.Monospace,
    };

    // First code points of A, a, Α, α and 0; 0 where the alphabet has none.
    static readonly Dictionary<MathAlphabet, (int Upper, int Lower, int GreekUpper, int GreekLower, int Digit)> Blocks = new()
    {
        [MathAlphabet.Bold] = (0x1D400, 0x1D41A, 0x1D6A8, 0x1D6C2, 0x1D7CE),
        [MathAlphabet.BoldItalic] = (0x1D468, 0x1D482, 0x1D71C, 0x1D736, 0x1D7CE),
        [MathAlphabet.DoubleStruck] = (0x1D538, 0x1D552, 0, 0, 0x1D7D8),
        [MathAlphabet.Script] = (0x1D49C, 0x1D4B6, 0, 0, 0),
        [MathAlphabet.SansSerif] = (0x1D5A0, 0x1D5BA, 0, 0, 0x1D7E2),
        [MathAlphabet.Monospace] = (0x1D670, 0x1D68A, 0, 0, 0x1D7F6),
    };

    static readonly Dictionary<(MathAlphabet, char), string> Holes = new()
    {
        [(MathAlphabet.DoubleStruck, 'C')] = "ℂ", [(MathAlphabet.DoubleStruck, 'H')] = "ℍ", [(MathAlphabet.DoubleStruck, 'N')] = "ℕ",
        [(MathAlphabet.DoubleStruck, 'P')] = "ℙ", [(MathAlphabet.DoubleStruck, 'Q')] = "ℚ", [(MathAlphabet.DoubleStruck, 'R')] = "ℝ",
        [(MathAlphabet.DoubleStruck, 'Z')] = "ℤ",
        [(MathAlphabet.Script, 'B')] = "ℬ", [(MathAlphabet.Script, 'E')] = "ℰ", [(MathAlphabet.Script, 'F')] = "ℱ",
        [(MathAlphabet.Script, 'H')] = "ℋ", [(MathAlphabet.Script, 'I')] = "ℐ", [(MathAlphabet.Script, 'L')] = "ℒ",
        [(MathAlphabet.Script, 'M')] = "ℳ", [(MathAlphabet.Script, 'R')] = "ℛ", [(MathAlphabet.Script, 'e')] = "ℯ",
        [(MathAlphabet.Script, 'g')] = "ℊ", [(MathAlphabet.Script, 'o')] = "ℴ",
    };

    /// <summary>The text in another alphabet; characters that it lacks stay as they are.</summary>
    public static string Convert(string text, MathAlphabet alphabet)
    {
        if (!Blocks.TryGetValue(alphabet, out var block)) return text;
        var converted = new StringBuilder();
        foreach (var letter in text)
        {
            var code = letter switch
            {
                _ when Holes.ContainsKey((alphabet, letter)) => 0,
                >= 'A' and <= 'Z' => block.Upper + letter - 'A',
                >= 'a' and <= 'z' => block.Lower + letter - 'a',
                >= '0' and <= '9' when block.Digit > 0 => block.Digit + letter - '0',
                >= 'Α' and <= 'Ω' when block.GreekUpper > 0 => block.GreekUpper + letter - 'Α',
                >= 'α' and <= 'ω' when block.GreekLower > 0 => block.GreekLower + letter - 'α',
                _ => 0,
            };
            if (code > 0) converted.Append(char.ConvertFromUtf32(code));
            else converted.Append(Holes.GetValueOrDefault((alphabet, letter), letter.ToString()));
        }
        return converted.ToString();
    }
}
