using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Recurrent layers: what all of them share.</content>
public static partial class Operations
{
    /// <summary>Zeros that the tape owns, such as the state before the first step; no gradient flows to them.</summary>
    internal static Variable Zeros(Tape tape, int rows, int columns)
    {
        var y = tape.Record("zeros", rows, columns, static _ => { });
        y.Value.AsSpan().Clear();
        return new Variable(y);
    }
}
