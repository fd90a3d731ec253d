using System.Text;

namespace NotebookHost.Site.Math;

/// <summary>Environments: matrices, cases, aligned equations.</summary>
internal sealed partial class TexParser
{
    static readonly Dictionary<string, (string Open, string Close)> Matrices = new()
    {
        ["matrix"] = ("", ""), ["smallmatrix"] = ("", ""), ["array"] = ("", ""), ["pmatrix"] = ("(", ")"), ["bmatrix"] = ("[", "]"),
        ["Bmatrix"] = ("{", "}"), ["vmatrix"] = ("|", "|"), ["Vmatrix"] = ("‖", "‖"), ["cases"] = ("{", ""),
    };

    static readonly HashSet<string> Alignments =
        ["aligned", "align", "align*", "split", "gathered", "gather", "gather*", "equation", "equation*", "alignedat"];

    string Environment()
    {
        var name = lexer.ReadText("begin");
        var isMatrix = Matrices.TryGetValue(name, out var fences);
        if (!isMatrix && !Alignments.Contains(name)) throw new TexException($"the environment {name} is not known");
        var columns = name == "array" ? lexer.ReadText("begin{array}").Where(char.IsLetter).ToArray()
            : name == "cases" ? ['l', 'l']
            : name.StartsWith("align", StringComparison.Ordinal) || name == "split" ? ['r', 'l', 'r', 'l', 'r', 'l', 'r', 'l'] : [];
        var rows = ReadRows(name);
        var table = new StringBuilder(isMatrix ? "<mtable>" : "<mtable displaystyle=\"true\" class=\"aligned\">");
        foreach (var row in rows)
        {
            table.Append("<mtr>");
            for (var i = 0; i < row.Count; i++)
            {
                var alignment = i < columns.Length ? columns[i] switch { 'l' => "left", 'r' => "right", _ => "" } : "";
                table.Append(alignment.Length == 0 ? "<mtd>" : $"<mtd class=\"{alignment}\" columnalign=\"{alignment}\">").Append(row[i]).Append("</mtd>");
            }
            table.Append("</mtr>");
        }
        table.Append("</mtable>");
        if (!isMatrix || (fences.Open.Length == 0 && fences.Close.Length == 0)) return table.ToString();
        return Group(Fence(fences.Open, stretchy: true) + table + (fences.Close.Length == 0 ? "" : Fence(fences.Close, stretchy: true)));
    }

    List<List<string>> ReadRows(string name)
    {
        var outer = alphabet;
        alphabet = MathAlphabet.Default;
        List<List<string>> rows = [[]];
        for (; ; )
        {
            var cell = ParseRow();
            var token = lexer.Next();
            var ends = token is { Kind: TexKind.Command, Text: "end" };
            // A \\ after the last row starts no further one.
            if (!(ends && rows[^1].Count == 0 && cell.Length == 0 && rows.Count > 1)) rows[^1].Add(cell);
            if (token.Kind == TexKind.Align) continue;
            if (token is { Kind: TexKind.Command, Text: "\\" or "cr" })
            {
                if (token.Text == "\\" && lexer.Peek() is { Text: "[" }) lexer.ReadOptional();
                rows.Add([]);
                continue;
            }
            if (!ends) throw new TexException($"\\begin{{{name}}} without \\end{{{name}}}");
            var closing = lexer.ReadText("end");
            if (closing != name) throw new TexException($"\\begin{{{name}}} ended by \\end{{{closing}}}");
            if (rows[^1].Count == 0) rows.RemoveAt(rows.Count - 1);
            alphabet = outer;
            return rows;
        }
    }
}
