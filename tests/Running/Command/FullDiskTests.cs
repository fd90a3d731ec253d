using System.Diagnostics;
using NotebookHost.Running;
using NotebookHost.Running.Command;

namespace CourseTests.Running.Command;

/// <summary>A disk without room for the executed copy: a tiny file system in memory, where one can be mounted.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_fails_that_copy_alone_and_leaves_an_older_one_as_it_was()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var disk = Directory.CreateDirectory(folder.At("disk")).FullName;
        Assert.SkipUnless(await TryAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), "no right to mount a small file system here");
        try
        {
            TestNotebook.Of("Console.WriteLine(new string('x', 150_000));").Save(folder.At("big.ipynb"));
            TestNotebook.Of("1").Save(folder.At("small.ipynb"));
            Directory.CreateDirectory(Path.Combine(disk, "notebooks"));
            await File.WriteAllTextAsync(Path.Combine(disk, "notebooks", "big.ipynb"), "older", stop);

            var files = NotebookFinder.Named(null, [folder.At("big.ipynb"), folder.At("small.ipynb")]);
            var reports = await new Batch(files, new RunOptions(), 1, disk).RunAsync(new RunBoard(2), stop);

            Assert.Contains("could not be written", reports[0].Failure?.Message, StringComparison.Ordinal);
            Assert.Null(reports[1].Failure);
            Assert.Equal("older", await File.ReadAllTextAsync(Path.Combine(disk, "notebooks", "big.ipynb"), stop));
            Assert.Equal(["big.ipynb", "small.ipynb"], Directory.EnumerateFiles(Path.Combine(disk, "notebooks")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            await TryAsync("umount", disk);
        }
    }

    static async Task<bool> TryAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
