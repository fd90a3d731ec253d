namespace NotebookHost.Scripting;

/// <summary>The <c>#!</c> lines that the engine understands.</summary>
static class CellDirectives
{
    /// <summary>One line each, for the reader of an error and for <c>#!lsmagic</c>.</summary>
    public const string Help = """
          #!import FILE   run a .csx or .cs file, or the code cells of an .ipynb; what it declares is there afterwards
          #!time          print how long the cell took
          #!markdown      what follows is Markdown
          #!html          what follows is HTML
          #!csharp        what follows is C# again
          #!lsmagic       print this list

        """;
}
