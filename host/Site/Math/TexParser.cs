using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace NotebookHost.Site.Math;

/// <summary>Reads one formula by recursive descent and writes MathML as it goes.</summary>
internal sealed partial class TexParser(string tex)
{
    readonly TexLexer lexer = new(tex);
    MathAlphabet alphabet;
    int depth;

    /// <summary>How the scripts of an atom are attached.</summary>
    enum Limits { Beside, Below, AlwaysBelow }

    /// <summary>A piece of the formula; <paramref name="IsFunction"/> asks for a thin space before its argument.</summary>
    readonly record struct Atom(string MathML, Limits Limits = Limits.Beside, bool IsFunction = false);

    const int DeepestNesting = 200;

    /// <summary>The whole formula.</summary>
    public string ParseFormula()
    {
        var row = ParseRow();
        return lexer.Next() switch
        {
            { Kind: TexKind.End } => row,
            { Kind: TexKind.Close } => throw new TexException("} without {"),
            { Kind: TexKind.Align } => throw new TexException("& outside of an environment such as aligned"),
            var token => throw new TexException($"\\{token.Text} without its beginning"),
        };
    }

    static bool EndsRow(TexToken token) => token.Kind is TexKind.End or TexKind.Close or TexKind.Align
        || token is { Kind: TexKind.Command, Text: "right" or "middle" or "end" or "\\" or "cr" };

    string ParseRow()
    {
        var row = new StringBuilder();
        while (!EndsRow(lexer.Peek())) row.Append(ParseScripted());
        return row.ToString();
    }

    static string Group(string content) => $"<mrow>{content}</mrow>";

    static string Escape(string text) => Html.Escape(text);

    /// <summary>An atom with what hangs on it: x_t^2, \sum_{i=1}^n, f'.</summary>
    string ParseScripted()
    {
        var atom = lexer.Peek().Kind is TexKind.Superscript or TexKind.Subscript ? new Atom("<mrow></mrow>") : ParseAtom();
        string? below = null, above = null;
        var limits = atom.Limits;
        for (; ; )
        {
            var token = lexer.Peek();
            if (token.Kind == TexKind.Subscript)
            {
                if (below is not null) throw new TexException("two subscripts on one symbol");
                lexer.Next();
                below = ParseArgument("_");
            }
            else if (token.Kind == TexKind.Superscript)
            {
                lexer.Next();
                above += ParseArgument("^");
            }
            else if (token is { Kind: TexKind.Character, Text: "'" })
            {
                lexer.Next();
                above += "<mo>′</mo>";
            }
            else if (token is { Kind: TexKind.Command, Text: "limits" or "nolimits" })
            {
                limits = lexer.Next().Text == "limits" ? Limits.AlwaysBelow : Limits.Beside;
            }
            else
            {
                break;
            }
        }
        var scripted = Attach(atom.MathML, below, above, limits);
        return atom.IsFunction && WantsSpace(lexer.Peek()) ? scripted + Space(0.1667) : scripted;
    }

    static string Attach(string core, string? below, string? above, Limits limits)
    {
        if (above is not null) above = Group(above);
        var (under, over) = limits == Limits.Beside ? ("sub", "sup") : ("under", "over");
        return (below, above) switch
        {
            (null, null) => core,
            (not null, null) => $"<m{under}>{core}{below}</m{under}>",
            (null, not null) => $"<m{over}>{core}{above}</m{over}>",
            _ => $"<m{under}{over}>{core}{below}{above}</m{under}{over}>",
        };
    }

    // tanh x, but tanh(x): an argument that begins with a letter, a number or a command stands off a little.
    static bool WantsSpace(TexToken next) => next.Kind switch
    {
        TexKind.Open => true,
        TexKind.Character => char.IsLetterOrDigit(next.Text[0]),
        TexKind.Command => !EndsRow(next) && next.Text is not "left" && !next.Text.StartsWith("big", StringComparison.OrdinalIgnoreCase)
            && !TexSymbols.Delimiters.ContainsKey(next.Text) && !TexSymbols.Spaces.ContainsKey(next.Text)
            && !TexSymbols.Operators.ContainsKey(next.Text),
        _ => false,
    };

    /// <summary>What a command or a script mark applies to: a group in braces or a single symbol.</summary>
    string ParseArgument(string owner)
    {
        var token = lexer.Peek();
        if (token.Kind is TexKind.Superscript or TexKind.Subscript || EndsRow(token))
            throw new TexException($"{(char.IsLetter(owner[0]) ? "\\" : "")}{owner} without what it applies to");
        return ParseAtom(inArgument: true).MathML;
    }

    Atom ParseAtom(bool inArgument = false)
    {
        if (++depth > DeepestNesting) throw new TexException($"more than {DeepestNesting} things inside each other");
        var atom = ParseAtom(lexer.Next(), inArgument);
        depth--;
        return atom;
    }

    Atom ParseAtom(TexToken token, bool inArgument)
    {
        switch (token.Kind)
        {
            case TexKind.Open:
                var content = ParseRow();
                if (lexer.Next().Kind != TexKind.Close) throw new TexException("{ without }");
                return new Atom(Group(content));
            case TexKind.Command:
                return ParseCommand(token.Text);
            case TexKind.Character:
                return new Atom(Character(token.Text, inArgument));
            default:
                throw new TexException($"{token.Text} in a place where a symbol should be");
        }
    }

    string Character(string text, bool inArgument)
    {
        if (char.IsDigit(text[0])) return $"<mn>{MathAlphabets.Convert(inArgument ? text : Number(text), alphabet)}</mn>";
        if (char.IsLetter(text[0]) || text.Length > 1) return Identifier(text);
        return text switch
        {
            "-" => "<mo>−</mo>",
            "*" => "<mo>∗</mo>",
            "(" or ")" or "[" or "]" => $"<mo stretchy=\"false\">{text}</mo>",
            "|" => "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>",
            "/" => "<mo lspace=\"0\" rspace=\"0\">/</mo>",
            "~" => Space(0.25),
            "." => "<mo lspace=\"0\" rspace=\"0\">.</mo>",
            "…" or "°" or "∞" => $"<mi>{text}</mi>",
            _ => $"<mo>{Escape(text)}</mo>",
        };
    }

    string Number(string first)
    {
        var number = new StringBuilder(first);
        for (; ; )
        {
            if (lexer.TakeCommaOfNumber()) number.Append(',');
            var next = lexer.Peek();
            if (next.Kind != TexKind.Character || !(char.IsDigit(next.Text[0]) || next.Text == ".")) break;
            number.Append(lexer.Next().Text);
        }
        return number.ToString();
    }

    string Identifier(string letter) => alphabet switch
    {
        MathAlphabet.Upright => $"<mi mathvariant=\"normal\">{letter}</mi>",
        _ => $"<mi>{Escape(MathAlphabets.Convert(letter, alphabet))}</mi>",
    };

    static string Space(double em) => Invariant($"<mspace width=\"{em}em\"></mspace>");
}
