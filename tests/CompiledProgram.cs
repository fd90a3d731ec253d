using NotebookHost.Programs;

[assembly: AssemblyFixture(typeof(CourseTests.CompiledProgram))]

namespace CourseTests;

/// <summary>
/// The program under test, compiled to machine code before the first test as a run of the whole course does it: a good hundred
/// processes that the tests start then take a second each, not three.
/// </summary>
public sealed class CompiledProgram
{
    /// <summary>Compiles it, unless that was done; without a compiled copy all works the same, later.</summary>
    public CompiledProgram() => ProgramCopy.TryMakeCompiled(ProgramCopy.Build, Console.WriteLine);
}
