namespace CourseLib.Data.Tables;

/// <summary>What the fields of a column hold.</summary>
public enum CsvType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A finite number with a decimal point: <c>27.5</c>.</summary>
    Number,

    /// <summary>A whole number: <c>135</c>.</summary>
    Integer,

    /// <summary>A day as year-month-day: <c>2026-11-23</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>, also <c>1</c> or <c>0</c>.</summary>
    Boolean,
}
