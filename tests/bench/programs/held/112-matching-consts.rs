fn weekday(n: u8) -> Option<&'static str> {
    let name = match n {
        1 => "Mon",
        2 => "Tue",
        3..=7 => "later",
        _ => return None,
    };
    name
}

fn main() {
    for n in [1, 2, 6, 9] {
        if let Some(d) == weekday(n) {
            println!("{n} {d}");
        } else {
            println!("{n} ?");
        }
    }
}
