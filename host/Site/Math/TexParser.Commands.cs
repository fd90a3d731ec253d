using System.Text;

namespace NotebookHost.Site.Math;

/// <summary>The commands: \frac, \left, \begin and so on.</summary>
internal sealed partial class TexParser
{
    Atom ParseCommand(string name)
    {
        if (TexSymbols.Identifiers.TryGetValue(name, out var letter)) return new Atom(Symbol(name, letter));
        if (TexSymbols.Operators.TryGetValue(name, out var sign)) return new Atom($"<mo>{Escape(sign)}</mo>");
        if (TexSymbols.Delimiters.TryGetValue(name, out var fence)) return new Atom(Fence(fence, stretchy: false));
        if (TexSymbols.Large.TryGetValue(name, out var large)) return new Atom($"<mo movablelimits=\"true\">{large}</mo>", Limits.Below);
        if (TexSymbols.Integrals.TryGetValue(name, out var integral)) return new Atom($"<mo>{integral}</mo>");
        if (TexSymbols.Functions.Contains(name)) return new Atom($"<mi>{name}</mi>", IsFunction: true);
        if (TexSymbols.LimitFunctions.TryGetValue(name, out var limit))
            return new Atom($"<mo movablelimits=\"true\" lspace=\"0\" rspace=\"0\">{limit.Replace(' ', '\u2009')}</mo>", Limits.Below, IsFunction: true);
        if (TexSymbols.Spaces.TryGetValue(name, out var em)) return new Atom(Space(em));
        if (TexSymbols.Accents.TryGetValue(name, out var accent)) return Accent(name, accent.Mark, accent.Stretchy, accent.Below);
        if (MathAlphabets.Commands.TryGetValue(name, out var wanted)) return new Atom(InAlphabet(name, wanted));
        return name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => new Atom(Fraction(name)),
            "binom" => new Atom($"<mrow><mo>(</mo><mfrac linethickness=\"0\">{ParseArgument(name)}{ParseArgument(name)}</mfrac><mo>)</mo></mrow>"),
            "sqrt" => new Atom(Root()),
            "left" => new Atom(Fenced()),
            "begin" => new Atom(Environment()),
            "text" or "textrm" or "textnormal" or "mbox" => new Atom(Text(name, "")),
            "textbf" => new Atom(Text(name, "font-weight:bold")),
            "textit" or "emph" => new Atom(Text(name, "font-style:italic")),
            "texttt" => new Atom(Text(name, "font-family:monospace")),
            "operatorname" => new Atom($"<mi mathvariant=\"normal\">{Escape(lexer.ReadText(name))}</mi>", IsFunction: true),
            "operatorname*" => new Atom($"<mo movablelimits=\"true\" lspace=\"0\" rspace=\"0\">{Escape(lexer.ReadText(name))}</mo>", Limits.Below, IsFunction: true),
            "overset" or "stackrel" => new Atom(Stacked(name, "mover")),
            "underset" => new Atom(Stacked(name, "munder")),
            "color" or "textcolor" => new Atom(Coloured(name)),
            "phantom" => new Atom($"<mphantom>{ParseArgument(name)}</mphantom>"),
            "boxed" => new Atom($"<mrow style=\"border:1px solid;padding:.25em\">{ParseArgument(name)}</mrow>"),
            "displaystyle" => new Atom($"<mstyle displaystyle=\"true\">{ParseRow()}</mstyle>"),
            "not" => new Atom($"<mo>{Escape(NegatedSign())}</mo>"),
            "big" or "bigl" or "bigr" or "bigm" => new Atom(Sized(name, "1.2em")),
            "Big" or "Bigl" or "Bigr" or "Bigm" => new Atom(Sized(name, "1.8em")),
            "bigg" or "biggl" or "biggr" or "Bigg" or "Biggl" or "Biggr" => new Atom(Sized(name, "2.4em")),
            _ => throw new TexException($"the command \\{name} is not known"),
        };
    }

    // Capital Greek letters stand upright, as TeX sets them; small ones are italic like any variable.
    string Symbol(string name, string letter) => char.IsLetter(letter[0])
        ? alphabet == MathAlphabet.Default && char.IsAsciiLetterUpper(name[0]) ? $"<mi mathvariant=\"normal\">{letter}</mi>" : Identifier(letter)
        : name is "partial" or "nabla" or "infty" ? Identifier(letter) : $"<mi>{Escape(letter)}</mi>";

    static string Fence(string sign, bool stretchy) => stretchy
        ? $"<mo fence=\"true\" stretchy=\"true\">{sign}</mo>"
        : sign is "|" or "‖" ? $"<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">{sign}</mo>"
        : $"<mo stretchy=\"false\">{sign}</mo>";

    Atom Accent(string name, string mark, bool stretchy, bool below)
    {
        var element = below ? "munder" : "mover";
        var accented = $"<{element} accent{(below ? "under" : "")}=\"true\">{ParseArgument(name)}<mo stretchy=\"{(stretchy ? "true" : "false")}\">{Escape(mark)}</mo></{element}>";
        return new Atom(accented, name is "underbrace" or "overbrace" ? Limits.AlwaysBelow : Limits.Beside);
    }

    string InAlphabet(string name, MathAlphabet wanted)
    {
        // A word in \mathrm is one name; letter by letter it would be set with the gaps of a product.
        if (wanted == MathAlphabet.Upright)
        {
            if (lexer.Peek().Kind != TexKind.Open) return $"<mi mathvariant=\"normal\">{Escape(lexer.Next().Text)}</mi>";
            var word = lexer.ReadText(name);
            if (word.Contains('\\') || word.Contains('^') || word.Contains('_')) return UprightFormula(word);
            return $"<mi mathvariant=\"normal\">{Escape(word.Replace(" ", "", StringComparison.Ordinal))}</mi>";
        }
        var outer = alphabet;
        alphabet = wanted;
        var content = ParseArgument(name);
        alphabet = outer;
        return content;
    }

    static string UprightFormula(string tex) => Group(new TexParser(tex) { alphabet = MathAlphabet.Upright }.ParseFormula());

    string Fraction(string name)
    {
        var fraction = $"<mfrac>{ParseArgument(name)}{ParseArgument(name)}</mfrac>";
        return name switch
        {
            "dfrac" or "cfrac" => $"<mstyle displaystyle=\"true\">{fraction}</mstyle>",
            "tfrac" => $"<mstyle displaystyle=\"false\">{fraction}</mstyle>",
            _ => fraction,
        };
    }

    string Root() => lexer.ReadOptional() is { } degree
        ? $"<mroot>{ParseArgument("sqrt")}{Group(new TexParser(degree).ParseFormula())}</mroot>"
        : $"<msqrt>{ParseArgument("sqrt")}</msqrt>";

    string Text(string name, string style)
    {
        var text = lexer.ReadText(name);
        if (text.Contains('$')) throw new TexException($"$ inside \\{name}; end the text before the formula");
        // White space at the ends of an mtext collapses, but in "\text{ if }" it is meant.
        var content = Escape(text).Replace(' ', '\u00A0');
        return style.Length == 0 ? $"<mtext>{content}</mtext>" : $"<mtext style=\"{style}\">{content}</mtext>";
    }

    string Stacked(string name, string element)
    {
        var mark = ParseArgument(name);
        return $"<{element}>{ParseArgument(name)}{mark}</{element}>";
    }

    string Coloured(string name)
    {
        var colour = lexer.ReadText(name);
        if (!colour.All(c => char.IsAsciiLetterOrDigit(c) || c == '#')) throw new TexException($"the colour {colour} is not known");
        return $"<mstyle style=\"color:{colour}\">{ParseArgument(name)}</mstyle>";
    }

    string NegatedSign()
    {
        var token = lexer.Next();
        var sign = token.Kind == TexKind.Character ? token.Text : TexSymbols.Operators.GetValueOrDefault(token.Text)
            ?? throw new TexException($"\\not before {token.Text}");
        return (sign + '\u0338').Normalize(NormalizationForm.FormC);
    }

    string Sized(string name, string size) => $"<mo stretchy=\"true\" symmetric=\"true\" minsize=\"{size}\" maxsize=\"{size}\">{Delimiter(name)}</mo>";

    string Delimiter(string owner)
    {
        var token = lexer.Next();
        if (token.Kind == TexKind.Character && token.Text is "(" or ")" or "[" or "]" or "|" or "/" or "." or "<" or ">")
            return token.Text switch { "." => "", "<" => "⟨", ">" => "⟩", _ => token.Text };
        if (token.Kind == TexKind.Command && TexSymbols.Delimiters.TryGetValue(token.Text, out var sign)) return sign;
        throw new TexException($"\\{owner} without a delimiter");
    }

    string Fenced()
    {
        var fenced = new StringBuilder(Fence(Delimiter("left"), stretchy: true));
        for (; ; )
        {
            fenced.Append(Group(ParseRow()));
            var token = lexer.Next();
            if (token is not { Kind: TexKind.Command, Text: "right" or "middle" }) throw new TexException("\\left without \\right");
            fenced.Append(Fence(Delimiter(token.Text), stretchy: true));
            if (token.Text == "right") return Group(fenced.ToString());
        }
    }
}
