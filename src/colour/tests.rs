use proptest::prelude::*;

use super::*;

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect(text)
}

fn colours() -> impl Strategy<Value = Colour> {
    any::<[u8; 3]>().prop_map(Colour)
}

/// How far two hues are apart, in chroma: hue by itself says nothing of what is nearly grey.
fn turned(one: Colour, other: Colour) -> f64 {
    let (one, other) = (Lab::of(one), Lab::of(other));
    let (long, short) = (one.a.hypot(one.b), other.a.hypot(other.b));
    // Eight bits a channel are too coarse to tell hues where it is dark.
    if long == 0.0 || short == 0.0 || one.lightness.min(other.lightness) < 0.2 {
        0.0
    } else {
        ((one.a * other.b - one.b * other.a) / long.max(short)).abs()
    }
}

#[test]
fn three_digits_are_six_and_nothing_else_is_a_colour() {
    assert_eq!(colour("#1B4b86"), Colour::rgb(0x1b, 0x4b, 0x86));
    assert_eq!(colour("#fa0"), colour("#ffaa00"));
    for text in ["", "#", "1b4b86", "#1b4b8", "#1b4b8680", "#12", "#ggg", "navy", "#+12", "#é1", "#ééé", "rgb(0,0,0)"]
    {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

#[test]
fn contrasts_are_those_that_other_tools_give() {
    // #777777 on white is the example that just fails, #767676 the one that just passes.
    for (one, other, contrast) in [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#1e2430", "#fbf8f2", 14.67),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ] {
        let found = colour(one).contrast(colour(other));
        assert!((found - contrast).abs() < 0.01, "{one} on {other}: {found}");
    }
}

#[test]
fn oklab_gives_the_values_of_its_author() {
    // From his table of XYZ and from CSS Color 4: red, green and blue.
    for (text, lightness, a, b) in [
        ("#ffffff", 1.0, 0.0, 0.0),
        ("#ff0000", 0.628, 0.225, 0.126),
        ("#00ff00", 0.866, -0.234, 0.179),
        ("#0000ff", 0.452, -0.032, -0.312),
    ] {
        let lab = Lab::of(colour(text));
        let off = (lab.lightness - lightness).abs().max((lab.a - a).abs()).max((lab.b - b).abs());
        assert!(off < 0.001, "{text}: {lab:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_read_again(colour in colours()) {
        prop_assert_eq!(Colour::parse(&colour.to_string()), Some(colour));
    }

    #[test]
    fn contrast_does_not_ask_which_colour_is_first(one in colours(), other in colours()) {
        let contrast = one.contrast(other);
        prop_assert_eq!(contrast, other.contrast(one));
        prop_assert!((1.0..=21.0).contains(&contrast));
        prop_assert_eq!(one.contrast(one), 1.0);
    }

    #[test]
    fn a_colour_at_its_own_lightness_is_itself(colour in colours()) {
        prop_assert_eq!(colour.at(colour.lightness(), f64::INFINITY), colour);
    }

    #[test]
    fn another_lightness_has_the_same_hue_and_never_more_chroma(colour in colours(), lightness in 0.2..=1.0f64) {
        let moved = colour.at(lightness, f64::INFINITY);
        let chroma = |colour| { let lab = Lab::of(colour); lab.a.hypot(lab.b) };
        prop_assert!((moved.lightness() - lightness).abs() < 0.01, "{} at {}", moved, moved.lightness());
        prop_assert!(turned(colour, moved) < 0.012, "{} {}", colour, moved);
        prop_assert!(chroma(moved) <= chroma(colour) + 0.012);
    }

    #[test]
    fn the_nearest_colour_passes_and_moves_no_farther_than_it_must(colour in colours(), paper in colours()) {
        let passes = |colour: Colour| colour.contrast(paper) >= READABLE;
        let nearest = colour.nearest(passes).expect("black or white passes on every paper");
        prop_assert!(passes(nearest));
        prop_assert!(turned(colour, nearest) < 0.012);
        if passes(colour) {
            prop_assert_eq!(nearest, colour);
        }
        let far = (nearest.lightness() - colour.lightness()).abs();
        for part in [0.25, 0.5, 0.75, 0.9] {
            for lightness in [colour.lightness() - far * part, colour.lightness() + far * part] {
                let nearer = colour.at(lightness.clamp(0.0, 1.0), f64::INFINITY);
                let is_nearer = (nearer.lightness() - colour.lightness()).abs() < far - 0.01;
                prop_assert!(!is_nearer || !passes(nearer), "{} passes before {}", nearer, nearest);
            }
        }
    }

    #[test]
    fn a_mixture_lies_between(one in colours(), other in colours()) {
        prop_assert_eq!(one.mixed(1.0, other), one);
        prop_assert_eq!(one.mixed(0.0, other), other);
        let (low, high) = (one.lightness().min(other.lightness()), one.lightness().max(other.lightness()));
        prop_assert!((low - 0.02..=high + 0.02).contains(&one.mixed(0.5, other).lightness()));
    }
}
