using System.Numerics;

namespace CourseLib.Autodiff;

/// <summary>The way back through the gates of a GRU, for one column of one step.</summary>
static class GruKernel
{
    /// <param name="size">How many numbers the state has.</param>
    /// <param name="gates">r, z, n; becomes the gradient of their pre-activations.</param>
    /// <param name="past">In its last third q = Whn·h_{t−1} + bhn; becomes the gradient of Whh·h_{t−1}.</param>
    /// <param name="before">h_{t−1}.</param>
    /// <param name="toH">h̄_t.</param>
    /// <param name="straight">Becomes what reaches h̄_{t−1} without weights: h̄_t ∘ z.</param>
    public static void Backward(int size, Span<double> gates, Span<double> past, ReadOnlySpan<double> before, ReadOnlySpan<double> toH, Span<double> straight)
    {
        Span<double> reset = gates[..size], update = gates.Slice(size, size), candidate = gates.Slice(2 * size, size);
        Span<double> toReset = past[..size], toUpdate = past.Slice(size, size), toQ = past.Slice(2 * size, size);
        var one = Vector<double>.One;
        for (var at = 0; at < size; at += Lanes.Width)
        {
            var (r, z, n) = (Lanes.Read(reset, at), Lanes.Read(update, at), Lanes.Read(candidate, at));
            var (q, dh) = (Lanes.Read(toQ, at), Lanes.Read(toH, at));
            var dn = dh * (one - z) * (one - n * n);
            var dz = dh * (Lanes.Read(before, at) - n) * z * (one - z);
            var dr = dn * q * r * (one - r);
            Lanes.Write(reset, at, dr);
            Lanes.Write(update, at, dz);
            Lanes.Write(candidate, at, dn);
            Lanes.Write(toReset, at, dr);
            Lanes.Write(toUpdate, at, dz);
            Lanes.Write(toQ, at, dn * r);
            Lanes.Write(straight, at, dh * z);
        }
    }
}
