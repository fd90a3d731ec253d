namespace CourseLib.Data.Sequences;

/// <summary>The weather of a day, which decides whether the cook tries something new.</summary>
public enum Weather
{
    /// <summary>Güneşli: the dish of the day before.</summary>
    Sunny,

    /// <summary>Yağmurlu: the next dish.</summary>
    Rainy,
}
