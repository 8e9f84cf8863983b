fn rank(points: u32) -> &'static str {
    match points {
        0..=9 => "novice",
        10..=99 => "adept",
        _ => format!("master {points}"),
    }
}

fn main() {
    println!("{}", rank(120));
}
