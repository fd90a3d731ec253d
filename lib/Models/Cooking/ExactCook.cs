using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseLib.Models.Cooking;

/// <summary>
/// The cook of the slides as a recurrent network whose matrices were chosen, not learned. Today's dish follows from
/// yesterday's and the weather: sunny → the same, rainy → the next in the row apple pie → hamburger → chicken → apple pie.
/// <para>
/// With three hidden units that stand for the dishes no weights can do it. For one-hot h and x the slide's form gives unit i the
/// sum s_i = a_ij + c_iw (a: from dish j, c: from weather w), and the largest must win. Sunny demands a_jj + c_js &gt; a_ij + c_is for the
/// next dish i of j; rainy demands a_ij + c_ir &gt; a_jj + c_jr. Going round all three dishes, the sunny demands add up to
/// Σ a_jj &gt; Σ a_ij and the rainy ones to the reverse, because the weather's terms cancel.
/// </para>
/// <para>
/// With six units it works: a unit for each pair of dish and weather, which is on where both agree, an AND of the two. Once with
/// zeros and ones (<see cref="Next"/>), once as a cell with tanh (<see cref="Cell"/>).
/// </para>
/// </summary>
public static class ExactCook
{
    const int Dishes = 3;

    /// <summary>[I; P], 6×3: the upper three units take the dish as it is, the lower three the next one in the row.</summary>
    public static Matrix Food => Matrix.FromFunction(2 * Dishes, Dishes, (unit, dish) => unit % Dishes == (unit < Dishes ? dish : (dish + 1) % Dishes) ? 1 : 0);

    /// <summary>6×2: the sun supports the upper three units, rain the lower three.</summary>
    public static Matrix Weather => Matrix.FromFunction(2 * Dishes, 2, (unit, weather) => unit / Dishes == weather ? 1 : 0);

    /// <summary>[I I], 3×6: two units serve each dish.</summary>
    public static Matrix Merge => Matrix.FromFunction(Dishes, 2 * Dishes, (dish, unit) => unit % Dishes == dish ? 1 : 0);

    /// <summary>
    /// The dish of a day with zeros and ones alone: <c>Merge·step(Food·dish + Weather·weather)</c>, where step is 1 for the unit
    /// that both support (2), and otherwise 0.
    /// </summary>
    /// <param name="dish">Yesterday's dish, 3×1: a single 1.</param>
    /// <param name="weather">Today's weather, 2×1: (1, 0) is sunny, (0, 1) rainy.</param>
    public static Matrix Next(Matrix dish, Matrix weather) => Merge * (Food * dish + Weather * weather).Map(sum => sum >= 1.5 ? 1 : 0);

    /// <summary>The cell with its read-out as a <see cref="Cook"/>, to be looked at beside a learned one.</summary>
    public static Cook Network() => new((Matrix.FromFunction(2 * Dishes, Dishes, (unit, dish) => After(dish).Hidden[unit, 0]), Cell(), ReadOut()));

    /// <summary>How strongly units are switched: tanh(±gain) is ±1 to the last digit.</summary>
    public const double Gain = 40;

    /// <summary>
    /// The cell with six units. Units 0–2 say "it stays dish j" (yesterday j and sunny), units 3–5 "it becomes dish j + 1"
    /// (yesterday j and rainy); on is +1, off is −1.
    /// </summary>
    public static RnnCell Cell()
    {
        var cell = new RnnCell(inputSize: 2, hiddenSize: 2 * Dishes, seed: 0);
        // What a unit's being on (h = +1) or off (h = −1) says of yesterday: exactly one of the six is on.
        // Dish j was cooked when unit j or unit 3 + (j − 1) is on; the sum of the two is 0 then, and −2 otherwise.
        Matrix whh = new(2 * Dishes, 2 * Dishes), wxh = new(2 * Dishes, 2), b = new(2 * Dishes, 1);
        for (var weather = 0; weather < 2; weather++)
            for (var dish = 0; dish < Dishes; dish++)
            {
                var unit = weather * Dishes + dish;
                whh[unit, dish] = whh[unit, Dishes + (dish + Dishes - 1) % Dishes] = Gain;
                wxh[unit, weather] = 2 * Gain;
                b[unit, 0] = -Gain;
            }
        whh.CopyTo(cell.Whh.Value);
        wxh.CopyTo(cell.Wxh.Value);
        b.CopyTo(cell.B.Value);
        return cell;
    }

    /// <summary>Why, 3×6: dish j is served when it stayed j, or became j.</summary>
    public static Matrix ReadOut() => Matrix.FromFunction(Dishes, 2 * Dishes, (dish, unit) =>
        unit < Dishes ? (unit == dish ? 1 : 0) : (unit - Dishes + 1) % Dishes == dish ? 1 : 0);

    /// <summary>The state in which <paramref name="dish"/> (0, 1, 2) was served yesterday: 6×1.</summary>
    public static RecurrentValues After(int dish) =>
        new(Matrix.FromFunction(2 * Dishes, 1, (unit, _) => unit == dish ? 1 : -1));
}
