using CourseLib.Matrices;

namespace CourseLib.Models;

/// <summary>A model that tells classes apart.</summary>
public interface IClassifier
{
    /// <summary>The class of each example: label 0, 1, 2, …</summary>
    /// <param name="x">features × examples.</param>
    int[] Predict(Matrix x);
}
