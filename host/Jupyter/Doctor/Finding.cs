namespace NotebookHost.Jupyter.Doctor;

/// <summary>How something is.</summary>
enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Missing or old; the course works without it.</summary>
    Optional,

    /// <summary>Missing, and needed.</summary>
    Bad,
}

/// <summary>What was looked at, what was found, and what to do about it.</summary>
sealed record Finding(string Subject, Health Health, string Found, string Advice = "")
{
    /// <summary>As it is printed.</summary>
    public override string ToString()
    {
        var mark = Health switch { Health.Good => "ok     ", Health.Optional => "–      ", _ => "missing" };
        return $"{mark} {Subject,-10} {Found}" + (Advice.Length == 0 ? "" : $"\n{"",19}→ {Advice}");
    }
}
