namespace NotebookHost.Programs;

/// <summary>
/// Lets <c>System.Numerics.Vector</c> be as wide as the processor's registers, where .NET stops at 256 bits otherwise: functions
/// entry by entry take up to half as long then. No result changes, as sums are added in the same order at every width. The
/// runtime reads it when a process starts.
/// </summary>
static class WideRegisters
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "DOTNET_MaxVectorTBitWidth";

    /// <summary>Its value: the widest that there is.</summary>
    public const string Value = "512";
}
