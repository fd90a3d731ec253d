using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>A piece of C# that compiled and can be run once.</summary>
/// <param name="Compilation">Its compilation; the next piece continues from it.</param>
/// <param name="EntryPoint">The compiler's factory method; null when there is nothing to run (only <c>using</c>s, say).</param>
/// <param name="HasResult">Whether it ends in an expression whose value is to be shown.</param>
sealed record Submission(CSharpCompilation Compilation, MethodInfo? EntryPoint, bool HasResult)
{
    /// <summary>
    /// Starts it on the calling thread. <paramref name="slots"/> holds the variables of all pieces so far: each piece is
    /// an object whose fields are its variables, and puts itself there before its first statement runs.
    /// </summary>
    public Task<object?> Start(object?[] slots) =>
        EntryPoint is null
            ? Task.FromResult<object?>(null)
            : EntryPoint.CreateDelegate<Func<object?[], Task<object?>>>()(slots);
}
