macro_rules! at_least {
    ($value:expr, $low:expr) => {
        if $value < $low { $low } else { $value }
    };
}

fn main() {
    let mut ticket = 6;
    let mut next_ticket = || {
        ticket += 1;
        ticket
    };
    println!("{}", at_least!(next_ticket(), 5));
}
