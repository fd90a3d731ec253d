namespace CourseTests.Running;

/// <summary>A folder that is gone after the test; its name has a space and Turkish letters, as a reader's may.</summary>
sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ders şöleni {Guid.NewGuid():N}"[..24]);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
