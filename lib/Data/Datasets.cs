using CourseLib.Data.Tables;

namespace CourseLib.Data;

/// <summary>The course's data sets by name. What is drawn takes a seed: the same seed gives the same data.</summary>
public static partial class Datasets
{
    static readonly CsvSchema IceCreamSchema = new(
        new CsvColumn("date", CsvType.Date),
        new CsvColumn("temperature", CsvType.Number),
        new CsvColumn("sold", CsvType.Integer) { Minimum = 0 });

    /// <summary>The two days on the slide, exactly: 22 °C → 110 ice creams and 27 °C → 135.</summary>
    public static IceCreamData IceCreamSlide() => new([22, 27], [110, 135]);

    /// <summary>A summer at an ice-cream stand, from <c>data/ice-cream.csv</c>; how it came to be: <see cref="IceCreamGenerator"/>.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public static IceCreamData IceCream()
    {
        var table = CsvTable.Read(DataFiles.Find("ice-cream.csv"), IceCreamSchema);
        return new IceCreamData(table.Numbers("temperature"), table.Numbers("sold"));
    }

    /// <summary>Houses with a thousand features, of which two are seen: <see cref="HousePrices.Generate"/>.</summary>
    public static HousePrices Houses(int count, int seed, bool correlated = false) => HousePrices.Generate(count, seed, correlated);
}
