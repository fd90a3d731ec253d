using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Tables;

/// <summary>
/// Houses whose price depends on a thousand features, of which a model gets to see two: garden and pool.
/// Entry i of each array belongs to house i. Money is in thousands of lira.
/// <code>
/// price = 3·garden + 600·pool + Σⱼ wⱼ·hiddenⱼ        (j = 1 … 998)
/// </code>
/// Being generated, the houses come with the truth (<see cref="Hidden"/>), which nobody has for real ones.
/// </summary>
public sealed class HousePrices
{
    /// <summary>What a square metre of garden adds to the price.</summary>
    public const double GardenWeight = 3;

    /// <summary>What a pool adds to the price.</summary>
    public const double PoolWeight = 600;

    /// <summary>How many features the model never sees.</summary>
    public const int HiddenFeatures = 998;

    /// <summary>How many of the hidden features follow the garden in the correlated variant: those that only large houses have.</summary>
    public const int FollowingFeatures = 100;

    const double LargestGarden = 300;

    HousePrices(double[] garden, double[] pool, double[] hidden)
    {
        (Garden, Pool, Hidden) = (garden, pool, hidden);
        Price = [.. garden.Select((g, i) => GardenWeight * g + PoolWeight * pool[i] + hidden[i])];
    }

    /// <summary>Area of the garden in m², from 0 to 300.</summary>
    public double[] Garden { get; }

    /// <summary>1 where the house has a pool, else 0.</summary>
    public double[] Pool { get; }

    /// <summary>The price in thousands of lira.</summary>
    public double[] Price { get; }

    /// <summary>The truth that a model doesn't see: what the 998 hidden features together add to each price.</summary>
    public double[] Hidden { get; }

    /// <summary>How many houses there are.</summary>
    public int Count => Price.Length;

    /// <summary>
    /// Draws houses. Each hidden feature lies between 0 and 2 (mean 1) and has a weight of its own, about 4 ± 10, the same in
    /// every call: the market doesn't change with the seed, the houses do.
    /// </summary>
    /// <param name="count">How many houses; at least 1.</param>
    /// <param name="seed">The same seed gives the same houses.</param>
    /// <param name="correlated">
    /// False: hidden features know nothing of garden and pool. True: <see cref="FollowingFeatures"/> of them grow with the
    /// garden, as the number of rooms does; they keep their mean.
    /// </param>
    public static HousePrices Generate(int count, int seed, bool correlated = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var weights = HiddenWeights();
        var random = new Random(seed);
        double[] garden = new double[count], pool = new double[count], hidden = new double[count];
        for (var house = 0; house < count; house++)
        {
            garden[house] = Math.Round(LargestGarden * random.NextDouble());
            pool[house] = random.NextDouble() < 0.3 ? 1 : 0;
            var gardenShare = garden[house] / LargestGarden;
            for (var j = 0; j < HiddenFeatures; j++)
            {
                var own = random.NextDouble();
                var feature = correlated && j < FollowingFeatures ? own + gardenShare : 2 * own;
                hidden[house] += weights[j] * feature;
            }
        }
        return new HousePrices(garden, pool, hidden);
    }

    /// <summary>Those of the houses that have a pool.</summary>
    public HousePrices WithPool() => Where(pool: 1);

    /// <summary>Those of the houses that have none.</summary>
    public HousePrices WithoutPool() => Where(pool: 0);

    /// <inheritdoc/>
    public override string ToString() => Count == 0 ? "0 houses"
        : FormattableString.Invariant($"{Count} houses, {Price.Min():0}–{Price.Max():0} thousand lira, {Pool.Sum():0} with a pool");

    HousePrices Where(double pool)
    {
        int[] chosen = [.. Enumerable.Range(0, Count).Where(i => Pool[i] == pool)];
        return new([.. chosen.Select(i => Garden[i])], [.. chosen.Select(i => Pool[i])], [.. chosen.Select(i => Hidden[i])]);
    }

    static double[] HiddenWeights()
    {
        var random = new Random(998);
        return [.. Enumerable.Range(0, HiddenFeatures).Select(_ => Normal.Sample(random, 4, 10))];
    }
}
