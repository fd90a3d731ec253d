using NotebookHost.Scripting;

namespace CourseTests.Scripting;

/// <summary>An engine in a folder of its own, and what its cells showed.</summary>
sealed class Session : IDisposable
{
    readonly CSharpEngine engine;

    public Session()
    {
        Folder = Directory.CreateTempSubdirectory("çalışma cells ").FullName;
        engine = new CSharpEngine(Folder);
    }

    public string Folder { get; }

    public List<CellOutput> Outputs { get; } = [];

    public string PrintedText => string.Concat(Outputs.OfType<StreamOutput>().Select(output => output.Text));

    public string? ResultText => Outputs.OfType<ResultOutput>().LastOrDefault()?.Data["text/plain"];

    public ErrorOutput Error => Assert.Single(Outputs.OfType<ErrorOutput>());

    public string Traceback => string.Join('\n', Error.Traceback);

    /// <summary>Runs a cell; <see cref="Outputs"/> then holds this cell's outputs only.</summary>
    public async Task<CellStatus> Run(string code, CancellationToken interrupt = default, Action<CellOutput>? watch = null)
    {
        Outputs.Clear();
        var result = await engine.RunAsync(code, output =>
        {
            Outputs.Add(output);
            watch?.Invoke(output);
        }, interrupt);
        return result.Status;
    }

    /// <summary>Runs a cell that must succeed.</summary>
    public async Task<Session> Ok(string code)
    {
        var status = await Run(code);
        Assert.True(status == CellStatus.Succeeded, string.Join('\n', Outputs.OfType<ErrorOutput>().SelectMany(e => e.Traceback)));
        return this;
    }

    /// <summary>Runs a cell that must fail, and returns its error.</summary>
    public async Task<ErrorOutput> Fails(string code)
    {
        Assert.Equal(CellStatus.Failed, await Run(code));
        return Error;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        engine.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
