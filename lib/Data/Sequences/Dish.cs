namespace CourseLib.Data.Sequences;

/// <summary>The cook's three dishes, in the order in which they follow each other; after chicken comes apple pie again.</summary>
public enum Dish
{
    /// <summary>Elmalı turta.</summary>
    ApplePie,

    /// <summary>Hamburger.</summary>
    Hamburger,

    /// <summary>Tavuk.</summary>
    Chicken,
}
