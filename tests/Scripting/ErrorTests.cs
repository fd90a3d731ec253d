namespace CourseTests.Scripting;

public sealed class ErrorTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_compile_error_names_line_and_column_and_points_with_a_caret()
    {
        var error = await session.Fails("var a = 1;\nvar b = a + missing;");
        Assert.Equal(2, error.Location!.Line);
        Assert.Equal(13, error.Location.Column);
        Assert.Equal(
            """
            cell [1], line 2, column 13: CS0103: The name 'missing' does not exist in the current context. If another cell declares it, run that cell first.
                var b = a + missing;
                            ^^^^^^^
            """.ReplaceLineEndings("\n"), session.Traceback);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await session.Ok("var x = 1;");
        await session.Fails("x = 2; nonsense");
        await session.Ok("x");
        Assert.Equal("1", session.ResultText);
    }

    [Fact]
    public async Task An_exception_points_into_the_cells_and_shows_no_plumbing()
    {
        await session.Ok("int zero = 0;\n\nint Half(int x)\n{\n    return x / zero;\n}");
        var error = await session.Fails("// the call\nHalf(4)");
        Assert.Equal("System.DivideByZeroException", error.Name);
        Assert.Equal(
            """
            System.DivideByZeroException: Attempted to divide by zero.
               at Half() in cell [1], line 5:  return x / zero;
               at cell [2], line 2:  Half(4)
            """.ReplaceLineEndings("\n"), session.Traceback);
        Assert.Equal(5, error.Location!.Line);
    }

    [Fact]
    public async Task An_exception_after_an_await_points_into_the_cell()
    {
        await session.Fails("await Task.Delay(1);\nasync Task Deep() { await Task.Yield(); throw new InvalidOperationException(\"deep\"); }\nawait Deep();");
        Assert.Contains("Deep() in cell [1], line 2", session.Traceback);
        Assert.Contains("at cell [1], line 3:  await Deep();", session.Traceback);
        Assert.DoesNotContain("System.Runtime", session.Traceback);
        Assert.DoesNotContain("NotebookHost", session.Traceback);
    }

    [Fact]
    public async Task Frames_of_libraries_stay_in_the_trace()
    {
        await session.Fails("int.Parse(\"12x\")");
        Assert.Contains("System.Int32.Parse(String)", session.Traceback);
        Assert.EndsWith("at cell [1], line 1:  int.Parse(\"12x\")", session.Traceback);
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        var error = await session.Fails("throw new Exception(\"outer\", new ArgumentException(\"inner\"));");
        Assert.Equal("outer", error.Message);
        Assert.Contains("caused by System.ArgumentException: inner", session.Traceback);
    }

    [Fact]
    public async Task A_failed_task_is_shown_as_its_cause()
    {
        var error = await session.Fails("Task.Run(() => { throw new FormatException(\"bad\"); }).Wait();");
        Assert.Equal("System.FormatException", error.Name);
    }

    [Fact]
    public async Task What_was_set_before_an_exception_is_kept()
    {
        await session.Fails("var before = 5; throw new Exception(\"stop\");");
        await session.Ok("before");
        Assert.Equal("5", session.ResultText);
    }

    [Fact]
    public async Task Many_compile_errors_are_cut_after_ten()
    {
        await session.Fails(string.Join('\n', Enumerable.Range(0, 30).Select(i => $"unknown{i}();")));
        Assert.Contains("… and 20 more", session.Traceback);
    }

    [Fact]
    public async Task An_exception_in_a_lazy_result_is_the_cells_error()
    {
        var error = await session.Fails("Enumerable.Range(0, 3).Select(i => 1 / (i - 1))");
        Assert.Equal(("System.DivideByZeroException", 1), (error.Name, error.Location!.Line));
        await session.Ok("1 + 1");
        Assert.Equal("2", session.ResultText);
    }

    [Theory]
    [InlineData("int[] a = new int[3];\nint i = 5;\nConsole.WriteLine(a[i]);\nConsole.WriteLine();", 3)]
    [InlineData("var zero = 0;\nvar one = 1 / zero;\nvar two = 2;", 2)]
    public async Task An_error_that_the_runtime_itself_throws_has_its_line(string code, int line)
    {
        var error = await session.Fails(code);
        Assert.Equal(line, error.Location!.Line);
        Assert.Contains($"at cell [1], line {line}:", session.Traceback);
    }

    // Each runs long enough to be optimised before it fails.
    [Theory]
    [InlineData("var a = new int[200000];\nfor (var i = 0; i <= 200000; i++)\n{\n    var b = i;\n    a[i] = b;\n}", "at cell [1], line 5:  a[i] = b;", 5)]
    [InlineData("int Last(int[] a)\n{\n    var s = 0;\n    for (var i = 0; i <= a.Length; i++)\n        s += a[i];\n    return s;\n}\nvar n = 1;\nLast(new int[200000])",
        "at Last() in cell [1], line 5:  s += a[i];", 5)]
    [InlineData("var a = new int[200000];\nfor (var i = 0; i <= 200000; i++)\n{\n    var b = i;\n    a[b / 2] = b;\n    a[i] = b;\n}", "at cell [1], line 5 or 6", null)]
    [InlineData("class Box { public int Sum(int[] a)\n{\n    var s = 0;\n    for (var i = 0; i <= a.Length; i++)\n        s += a[i];\n    return s;\n} }\nnew Box().Sum(new int[200000])",
        "at Sum() in cell [1], line 5:  s += a[i];", 5)]
    [InlineData("var none = new[] { 7 };\nEnumerable.Range(0, 1).Select(_ =>\n{\n    var s = none[0];\n    var a = new int[200000];\n    for (var i = 0; i <= 200000; i++)\n        s += a[i];\n    return s;\n}).Sum()",
        "at a lambda in cell [1], line 4 or 7", 2)]
    [InlineData("class Grid { double[] data = new double[200000]; public double this[int i] { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)] get => data[i]; } }\nvar grid = new Grid();\nvar a = new int[1];\nfor (var i = 0; i <= 200000; i++)\n{\n    a[0] += i;\n    a[0] += (int)grid[i];\n}",
        "at cell [1], line 6 or 7", null)]
    public async Task An_index_out_of_range_in_optimised_code_has_the_lines_that_can_be_meant(string code, string frame, int? line)
    {
        var error = await session.Fails(code);
        Assert.Equal("System.IndexOutOfRangeException", error.Name);
        Assert.Contains(frame, session.Traceback);
        Assert.Equal(line, error.Location?.Line);
    }

    [Theory]
    [InlineData("int[] a = { 1 };\nConsole.WriteLine(a[0]);\nthrow new IndexOutOfRangeException();", 3)]
    [InlineData("int[] a = { 1 };\nConsole.WriteLine(\na[5]);\nConsole.WriteLine(a[0]);", 2)]
    [InlineData("int First(int[] a)\n{\n    for (var i = 0; i < 2; i++)\n        Console.WriteLine(a[0]);\n    throw new IndexOutOfRangeException();\n}\nvar b = new[] { 1 };\nFirst(b)", 5)]
    [InlineData("class Box { public Box(int[] a) { throw new IndexOutOfRangeException(); } }\nvar b = new[] { 1 };\nvar c = b[0];\nfor (var i = 0; i < 2; i++) c += b[0];\nnew Box(b)", 1)]
    public async Task A_line_that_is_known_stays(string code, int line)
    {
        var error = await session.Fails(code);
        Assert.Equal("System.IndexOutOfRangeException", error.Name);
        Assert.Equal(line, error.Location!.Line);
    }

    [Fact]
    public async Task An_index_out_of_range_in_a_loaded_file_is_not_blamed_on_the_cell()
    {
        session.Write("far.csx", "int[] far = new int[200000];\nfor (var i = 0; i <= 200000; i++)\n    far[i] = i;\n");
        await session.Fails("#load \"far.csx\"\nvar b = new[] { 1 };\nvar c = b[0];");
        Assert.DoesNotContain("line 3:  var c", session.Traceback);
    }

    [Fact]
    public async Task An_exception_without_a_message_does_not_end_the_session()
    {
        await session.Ok("class Silent : Exception { public override string Message => null; }");
        var error = await session.Fails("throw new Silent();");
        Assert.Equal(("Silent", ""), (error.Name, error.Message));
    }

    [Fact]
    public async Task A_recursion_is_told_in_a_few_lines()
    {
        await session.Fails("int Down(int n) { if (n == 0) throw new Exception(\"deep\"); return Down(n - 1) + 1; }\nDown(5000)");
        Assert.InRange(session.Error.Traceback.Count, 3, 10);
        Assert.Contains("more times", session.Traceback);
        Assert.DoesNotContain(session.Error.Traceback, line => line.Trim() == "at");
    }

    [Fact]
    public async Task A_call_by_reflection_is_placed_where_the_cell_makes_it()
    {
        var error = await session.Fails("var parse = typeof(int).GetMethod(\"Parse\", new[] { typeof(string) });\nparse.Invoke(null, new object[] { \"x\" });");
        Assert.Equal(("System.FormatException", 2), (error.Name, error.Location!.Line));
    }

    [Fact]
    public async Task Of_several_failed_tasks_each_is_told()
    {
        await session.Fails("Task.WaitAll(Task.Run(() => { throw new FormatException(\"one\"); }), Task.Run(() => { throw new ArgumentException(\"two\"); }));");
        Assert.Contains("caused by System.FormatException: one", session.Traceback);
        Assert.Contains("caused by System.ArgumentException: two", session.Traceback);
    }

    [Fact]
    public async Task Types_of_a_cell_have_the_names_that_the_cell_gave_them()
    {
        await session.Ok("class Box<T> { public class Lid : Exception { } }");
        Assert.Equal("Box.Lid<System.Int32>", (await session.Fails("throw new Box<int>.Lid();")).Name);
        await session.Ok("new Box<int>()");
        var shown = session.Outputs.OfType<NotebookHost.Scripting.ResultOutput>().Single().Data;
        Assert.All(shown.Parts, part => Assert.DoesNotContain("Cell1", part.Value));
        Assert.Equal("Box<System.Int32>", session.ResultText);
    }
}
