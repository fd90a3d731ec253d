using NotebookHost.Scripting;

namespace CourseTests.Scripting.Completion;

public sealed class InspectionTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CSharpEngine engine;

    public InspectionTests() => engine = new CSharpEngine(folder.Path);

    // The cursor stands at the bar.
    async Task<string> At(string code) =>
        (await engine.InspectAsync(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal)))?.Text ?? "";

    [Theory]
    [InlineData("Math.M|ax(1, 2)", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max|(1, 2)", "double Math.Max(double val1, double val2)")]
    [InlineData("\"a\".Substring(|", "string string.Substring(int startIndex, int length)")]
    [InlineData("\"a\".Substring(1, |)", "string string.Substring(int startIndex, int length)")]
    [InlineData("new StringBuilder(|)", "StringBuilder(int capacity)")]
    [InlineData("var number = 5; numb|er", "int number")]
    [InlineData("/// <summary>Doubles it.</summary>\nint Twice(int x) => 2 * x;\nTwi|ce(1)", "int Twice(int x)")]
    [InlineData("new[] { 1 }.Sel|ect(x => x)", "Select<int, int>")]
    public async Task What_stands_at_the_cursor_is_told(string code, string expected) =>
        Assert.Contains(expected, await At(code), StringComparison.Ordinal);

    [Fact]
    public async Task The_documentation_of_dotnet_is_told_where_the_sdk_brings_it()
    {
        Assert.SkipWhen(ReferencePack.Folder is null, "This machine has no reference pack of .NET; it comes with the SDK.");

        Assert.Contains("Returns the larger of two 32-bit signed integers.", await At("Math.M|ax(1, 2)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documentation_of_a_referenced_library_and_of_a_cell_is_told()
    {
        TestAssemblies.Compile(Path.Combine(folder.Path, "Tea.dll"), "namespace Tea { public class Cup { public int Fill(int glasses) => glasses; } }");
        folder.Write("Tea.xml", """
            <doc><members><member name="M:Tea.Cup.Fill(System.Int32)"><summary>Fills the cup, see <see cref="T:Tea.Cup"/>.</summary>
            <param name="glasses">How much.</param><exception cref="T:System.ArgumentException">Too much.</exception></member></members></doc>
            """);
        await engine.RunAsync("#r \"Tea.dll\"\n/// <summary>Pours.</summary>\nvoid Pour() { }", _ => { }, TestContext.Current.CancellationToken);

        var help = await At("new Tea.Cup().Fi|ll(1)");
        foreach (var part in (string[])["int Cup.Fill(int glasses)", "Fills the cup, see Cup.", "glasses: How much.", "ArgumentException: Too much."])
            Assert.Contains(part, help, StringComparison.Ordinal);
        Assert.Contains("Pours.", await At("Po|ur()"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("nothing.wh|atever")]
    [InlineData("1 |+ 1")]
    public async Task Where_nothing_is_known_nothing_is_told(string code) => Assert.Equal("", await At(code));

    public void Dispose()
    {
        engine.Dispose();
        folder.Dispose();
    }
}
