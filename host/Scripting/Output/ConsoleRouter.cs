using System.Text;

namespace NotebookHost.Scripting;

/// <summary>Takes the place of <see cref="Console"/>'s writers (and reader) and hands what a cell prints to that cell's channel.</summary>
sealed class ConsoleRouter : TextWriter
{
    static readonly Lock gate = new();
    static bool installed;
    static TextReader? input;

    readonly TextWriter fallback;
    readonly bool isError;

    ConsoleRouter(TextWriter fallback, bool isError) => (this.fallback, this.isError) = (fallback, isError);

    /// <summary>Redirects the console of this process, once; what no cell prints goes where it went before.</summary>
    public static void Install()
    {
        lock (gate)
        {
            if (installed)
                return;
            Console.SetOut(new ConsoleRouter(Console.Out, isError: false));
            Console.SetError(new ConsoleRouter(Console.Error, isError: true));
            installed = true;
        }
        KeepInput();
    }

    /// <summary>Puts the reader back in its place: .NET takes it away whenever somebody sets <see cref="Console.InputEncoding"/>.</summary>
    public static void KeepInput()
    {
        lock (gate)
        {
            if (Console.In == input)
                return;
            Console.SetIn(new CellInput(Console.In));
            input = Console.In;
        }
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (OutputChannel.Current is { } channel)
            channel.Write(value ?? "", isError);
        else
            fallback.Write(value);
    }

    // One call, so that lines of parallel threads are not mixed.
    public override void WriteLine(string? value) => Write(value + CoreNewLine.AsSpan().ToString());

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(new string(buffer));

    public override void Flush()
    {
        if (OutputChannel.Current is null)
            fallback.Flush();
    }
}
