namespace CourseTests;

/// <summary>The language of what the library says is one setting for all of it: what changes it runs while no other test does.</summary>
[CollectionDefinition(nameof(DisplayLanguageTests), DisableParallelization = true)]
public sealed class DisplayLanguageTests;
