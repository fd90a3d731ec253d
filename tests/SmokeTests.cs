namespace CourseTests;
public sealed class SmokeTests { [Fact] public void Runs() => Assert.True(Environment.ProcessId > 0); }
