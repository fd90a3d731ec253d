using System.CommandLine;
using NotebookHost.Jupyter.Install;
using NotebookHost.Running.Command;

namespace NotebookHost.Jupyter.Doctor;

/// <summary>The verb <c>doctor</c>: what is there, what is missing, what to do.</summary>
static class DoctorCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var doctor = new System.CommandLine.Command("doctor", "Check what the course needs on this machine, and say what to do");
        doctor.SetAction(_ =>
        {
            var course = CourseFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
            var findings = new Examination(course, JupyterFolders.Current, CommandLineProbe.Ask).Findings().ToList();
            foreach (var finding in findings)
                Console.WriteLine(finding);
            return findings.Exists(finding => finding.Health == Health.Bad) ? 1 : 0;
        });
        root.Subcommands.Add(doctor);
    }
}
