namespace CourseLib.Display;

/// <summary>A value that shows itself as HTML; its <see cref="object.ToString"/> says the same in plain text.</summary>
public interface IHtml
{
    /// <summary>The value as a piece of HTML, every text in it escaped.</summary>
    string ToHtml();
}
