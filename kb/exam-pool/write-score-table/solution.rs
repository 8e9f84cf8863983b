use std::cmp::Ordering;
use std::collections::BTreeMap;

fn table(games: &str) -> Vec<(String, u32)> {
    let mut points: BTreeMap<String, u32> = BTreeMap::new();
    for line in games.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [home, home_goals, guest, guest_goals] = words[..] else {
            continue;
        };
        let (Ok(home_goals), Ok(guest_goals)) =
            (home_goals.parse::<u32>(), guest_goals.parse::<u32>())
        else {
            continue;
        };
        let (for_home, for_guest) = match home_goals.cmp(&guest_goals) {
            Ordering::Greater => (3, 0),
            Ordering::Equal => (1, 1),
            Ordering::Less => (0, 3),
        };
        *points.entry(home.to_string()).or_insert(0) += for_home;
        *points.entry(guest.to_string()).or_insert(0) += for_guest;
    }
    let mut table: Vec<(String, u32)> = points.into_iter().collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    table
}

fn main() {
    for (team, points) in table("Reds 3 Blues 1\nBlues 2 Golds 2\n") {
        println!("{team} {points}");
    }
}
