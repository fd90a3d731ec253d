using FsCheck;

namespace CourseTests;

/// <summary>How properties are checked: on random cases, and on the same ones in every run.</summary>
static class Properties
{
    public static Config Repeatable(int cases = 100) => Config.QuickThrowOnFailure.WithReplay(2024, 3).WithMaxTest(cases);
}
