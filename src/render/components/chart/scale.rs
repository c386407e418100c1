//! Scales: numbers → places, and the round numbers along an axis.

/// A scale from numbers to parts of a length, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    /// A scale that holds `numbers` and zero.
    pub(super) fn from_zero(numbers: impl IntoIterator<Item = f64>) -> Self {
        let (low, high) = ends(numbers);
        let (low, high) = (low.min(0.0), high.max(0.0));
        Self { low, high: if high > low { high } else { low + 1.0 }, step: step(high - low) }
    }

    /// A scale between round numbers that holds `numbers`; it begins at zero where that costs less than
    /// half of it.
    pub(super) fn round(numbers: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = ends(numbers);
        if low > 0.0 && low <= high / 2.0 {
            low = 0.0;
        }
        if high < 0.0 && high >= low / 2.0 {
            high = 0.0;
        }
        if low == high {
            let around = if low == 0.0 { 1.0 } else { low.abs() / 4.0 };
            (low, high) = (low - around, high + around);
        }
        let step = step(high - low);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// Where `number` lies, from 0 to 1.
    pub(super) fn at(&self, number: f64) -> f64 {
        let length = self.high - self.low;
        if length > 0.0 { ((number - self.low) / length).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Whether zero lies on it.
    pub(super) fn has_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }

    /// The round numbers along it, lowest first; at most eight.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil();
        let ticks = (0..8).map(|at| (first + f64::from(at)) * self.step);
        ticks.take_while(|tick| *tick <= self.high + self.step * 1e-6).collect()
    }

    /// `tick` in digits, as many decimals as its neighbours differ by.
    pub(super) fn digits(&self, tick: f64) -> String {
        let decimals = (-self.step.log10().floor()).clamp(0.0, 6.0) as usize;
        let digits = format!("{:.decimals$}", tick.abs());
        let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if tick < 0.0 && !is_zero { format!("-{digits}") } else { digits }
    }
}

fn ends(numbers: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let ends = numbers
        .into_iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(number), high.max(number)));
    if ends.0.is_finite() && ends.1.is_finite() { ends } else { (0.0, 1.0) }
}

/// A round number of which three to six fit into `length`: 1, 2 or 5 times a power of ten.
fn step(length: f64) -> f64 {
    let rough = length / 4.0;
    if !(rough > 0.0 && rough.is_finite()) {
        return 1.0;
    }
    let power = 10f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0, 10.0].into_iter().find(|times| times * power >= rough * 0.999);
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_axis_has_round_numbers() {
        let shown = |numbers: &[f64]| {
            let scale = Scale::round(numbers.iter().copied());
            scale.ticks().into_iter().map(|tick| scale.digits(tick)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(&[12.0, 41.0]), "0 20 40 60");
        assert_eq!(shown(&[92.0, 97.0]), "92 94 96 98");
        assert_eq!(shown(&[-3.0, 5.0]), "-4 -2 0 2 4 6");
        assert_eq!(shown(&[0.11, 0.32]), "0.0 0.1 0.2 0.3 0.4");
        assert_eq!(shown(&[5.0, 5.0]), "3 4 5 6 7");
        assert_eq!(shown(&[0.0]), "-1.0 -0.5 0.0 0.5 1.0");
        assert_eq!(shown(&[1200.0, 4800.0]), "0 2000 4000 6000");
    }

    #[test]
    fn bars_begin_at_zero_whatever_their_sign() {
        let scale = Scale::from_zero([20.0, 40.0]);
        assert_eq!((scale.at(0.0), scale.at(40.0), scale.at(20.0)), (0.0, 1.0, 0.5));
        let scale = Scale::from_zero([-10.0, 30.0]);
        assert_eq!((scale.at(-10.0), scale.at(0.0), scale.at(30.0)), (0.0, 0.25, 1.0));
        let scale = Scale::from_zero([-10.0]);
        assert_eq!((scale.at(-10.0), scale.at(0.0)), (0.0, 1.0));
        assert_eq!(Scale::from_zero([0.0, 0.0]).at(0.0), 0.0);
    }

    proptest! {
        #[test]
        fn every_number_lies_on_its_scale_and_in_order(numbers in prop::collection::vec(-1e15..1e15f64, 1..20)) {
            for scale in [Scale::round(numbers.iter().copied()), Scale::from_zero(numbers.iter().copied())] {
                let mut sorted = numbers.clone();
                sorted.sort_by(f64::total_cmp);
                let places: Vec<f64> = sorted.iter().map(|number| scale.at(*number)).collect();
                prop_assert!(places.iter().all(|place| (0.0..=1.0).contains(place)));
                prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
                prop_assert!(scale.ticks().len() <= 8);
            }
        }
    }
}
