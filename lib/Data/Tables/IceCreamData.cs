namespace CourseLib.Data.Tables;

/// <summary>Days at an ice-cream stand: entry i of each array belongs to day i.</summary>
/// <param name="Temperature">The day's temperature in °C; the input x.</param>
/// <param name="Sold">How many ice creams were sold; the output y.</param>
public sealed record IceCreamData(double[] Temperature, double[] Sold)
{
    /// <summary>How many days there are.</summary>
    public int Count => Temperature.Length;

    /// <inheritdoc/>
    public override string ToString() => Count == 0 ? "0 days"
        : FormattableString.Invariant($"{Count} days, {Temperature.Min():0.#}–{Temperature.Max():0.#} °C, {Sold.Min():0}–{Sold.Max():0} ice creams sold a day");
}
