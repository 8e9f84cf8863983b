macro_rules! at_least {
    ($value:expr, $low:expr) => {{
        let low = $low;
        let value = $value;
        if value < low { low } else { value }
    }};
}

fn main() {}
