using System.Diagnostics;
using System.Globalization;

namespace CourseBench.Peers;

/// <summary>Another program that measures on request: one line asks, one line answers with processor and wall seconds.</summary>
sealed class PeerProcess : IDisposable
{
    readonly Process process;

    /// <summary>Starts a script of this folder with Debian's Python, which has the distribution's NumPy and PyTorch; with 0 threads it takes as many as it likes.</summary>
    public PeerProcess(string script, int threads)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (threads > 0)
            foreach (var variable in (string[])["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"])
                start.Environment[variable] = threads.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start)!;
        Name = Answer();
    }

    /// <summary>What the peer calls itself.</summary>
    public string Name { get; }

    /// <summary>One round, in seconds of processor time and of wall time.</summary>
    public (double Processor, double Wall) Measure(string request)
    {
        process.StandardInput.WriteLine(request);
        var parts = Answer().Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1]);
    }

    /// <summary>Lets the peer end.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    string Answer() => process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The peer ended before it answered. apt-get install python3-numpy python3-torch libopenblas0-pthread?");
}
