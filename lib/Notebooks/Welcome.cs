using System.Net;
using System.Reflection;
using System.Runtime.InteropServices;
using CourseLib.Charts;
using CourseLib.Display;

namespace CourseLib.Notebooks;

/// <summary>The setup cell's output: one line that says that all is well, and plotly.js for the charts to come.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class Welcome : IHtml
{
    internal Welcome() { }

    /// <summary>The line alone.</summary>
    public override string ToString() => Course.Say(
        $"CourseLib {LibraryVersion} is ready · {RuntimeInformation.FrameworkDescription} · English",
        $"CourseLib {LibraryVersion} hazır · {RuntimeInformation.FrameworkDescription} · Türkçe");

    /// <inheritdoc/>
    public string ToHtml() => $"<p>✓ {WebUtility.HtmlEncode(ToString())}</p>{PlotlyScript.ToHtml()}";

    static string LibraryVersion =>
        typeof(Welcome).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
