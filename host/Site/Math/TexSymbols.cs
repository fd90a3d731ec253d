namespace NotebookHost.Site.Math;

/// <summary>Which character a TeX command stands for, by the role it plays in a formula.</summary>
internal static class TexSymbols
{
    static Dictionary<string, string> Table(string pairs) => pairs
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Letters, and symbols used as such.</summary>
    public static readonly Dictionary<string, string> Identifiers = Table("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
        nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ Re ℜ Im ℑ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ forall ∀ exists ∃ nexists ∄
        ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ imath ı jmath ȷ aleph ℵ checkmark ✓ degree ° prime ′
        intercal ⊺ square □ blacksquare ■ triangle △ star ⋆ bigstar ★ % % # # $ $ _ _ & &
        """);

    /// <summary>Operators, relations, arrows and punctuation.</summary>
    public static readonly Dictionary<string, string> Operators = Table("""
        cdot ⋅ times × div ÷ pm ± mp ∓ odot ⊙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ circ ∘ bullet ∙ ast ∗ cup ∪ cap ∩ setminus ∖
        wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ dagger † in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
        le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
        propto ∝ mid ∣ nmid ∤ parallel ∥ perp ⟂ doteq ≐ triangleq ≜ coloneqq ≔ prec ≺ succ ≻ lesssim ≲ gtrsim ≳ models ⊨ vdash ⊢
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺
        mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ longmapsto ⟼ hookrightarrow ↪ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘
        Longrightarrow ⟹ rightleftharpoons ⇌ colon : therefore ∴ because ∵ backslash \
        """);

    /// <summary>Delimiters, as they may follow \left, \right and \big.</summary>
    public static readonly Dictionary<string, string> Delimiters = Table("""
        { { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ | ‖
        lvert | rvert | lVert ‖ rVert ‖
        """);

    /// <summary>Large operators, which carry their limits above and below when they have room.</summary>
    public static readonly Dictionary<string, string> Large = Table("""
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
        """);

    /// <summary>Integrals: their limits stand at the side.</summary>
    public static readonly Dictionary<string, string> Integrals = Table("int ∫ iint ∬ iiint ∭ oint ∮");

    /// <summary>Named functions.</summary>
    public static readonly HashSet<string> Functions = [..
        "exp log ln lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan arg deg det dim ker hom gcd Pr".Split(' ')];

    /// <summary>Named functions with limits underneath: \max_x.</summary>
    public static readonly Dictionary<string, string> LimitFunctions = new()
    {
        ["lim"] = "lim", ["max"] = "max", ["min"] = "min", ["sup"] = "sup", ["inf"] = "inf",
        ["argmax"] = "arg max", ["argmin"] = "arg min", ["limsup"] = "lim sup", ["liminf"] = "lim inf",
    };

    /// <summary>Accents over a symbol, and whether they stretch over what they cover.</summary>
    public static readonly Dictionary<string, (string Mark, bool Stretchy, bool Below)> Accents = new()
    {
        ["hat"] = ("^", false, false), ["bar"] = ("‾", false, false), ["tilde"] = ("~", false, false), ["vec"] = ("→", false, false),
        ["dot"] = ("˙", false, false), ["ddot"] = ("¨", false, false), ["check"] = ("ˇ", false, false), ["breve"] = ("˘", false, false),
        ["mathring"] = ("˚", false, false), ["acute"] = ("´", false, false), ["grave"] = ("`", false, false),
        ["widehat"] = ("^", true, false), ["widetilde"] = ("~", true, false), ["overline"] = ("‾", true, false),
        ["overrightarrow"] = ("→", true, false), ["overleftarrow"] = ("←", true, false), ["overbrace"] = ("⏞", true, false),
        ["underline"] = ("_", true, true), ["underbrace"] = ("⏟", true, true),
    };

    /// <summary>Widths of white space, in em.</summary>
    public static readonly Dictionary<string, double> Spaces = new()
    {
        [","] = 0.1667, [":"] = 0.2222, [">"] = 0.2222, [";"] = 0.2778, ["!"] = -0.1667, [" "] = 0.25, ["thinspace"] = 0.1667,
        ["enspace"] = 0.5, ["quad"] = 1, ["qquad"] = 2,
    };
}
