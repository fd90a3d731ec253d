using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Tables;

/// <summary>
/// Wrote <c>data/ice-cream.csv</c>, once. The rule behind the days is the slide's, <c>sold = 5·temperature + 0</c>, plus what
/// the temperature can't explain: normal noise with a standard deviation of 12 ice creams.
/// </summary>
public static class IceCreamGenerator
{
    /// <summary>Ice creams per degree in the rule.</summary>
    public const double Weight = 5;

    /// <summary>Ice creams at 0 °C in the rule.</summary>
    public const double Bias = 0;

    /// <summary>Standard deviation of the noise, in ice creams.</summary>
    public const double Noise = 12;

    /// <summary>
    /// The file's text: a summer of 92 days (1 June – 31 August 2025). Temperatures follow the season (peak at the end of July)
    /// and drift from day to day; they have one decimal, and sales are whole and never negative.
    /// </summary>
    public static string Csv(int seed = 27)
    {
        var random = new Random(seed);
        var text = new StringBuilder("date,temperature,sold\n");
        var drift = 0.0;
        for (var day = 0; day < 92; day++)
        {
            drift = 0.7 * drift + Normal.Sample(random, 0, 2.2);
            var temperature = Math.Round(25 + 4.5 * Math.Sin(Math.PI * (day - 10) / 92) + drift, 1);
            var sold = Math.Max(0, Math.Round(Weight * temperature + Bias + Normal.Sample(random, 0, Noise)));
            var date = new DateOnly(2025, 6, 1).AddDays(day);
            text.Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{temperature:0.0},{sold:0}\n");
        }
        return text.ToString();
    }
}
