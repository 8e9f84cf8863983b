use std::collections::BTreeMap;

fn table(games: &str) -> Vec<(String, u32)> {
    let mut points: BTreeMap<String, u32> = BTreeMap::new();
    for line in games.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [home, a, guest, b] = words[..] else {
            continue;
        };
        let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>()) else {
            continue;
        };
        if a == b {
            *points.entry(home.to_string()).or_insert(0) += 1;
            *points.entry(guest.to_string()).or_insert(0) += 1;
        } else {
            let winner = if a > b { home } else { guest };
            *points.entry(winner.to_string()).or_insert(0) += 3;
        }
    }
    let mut table: Vec<(String, u32)> = points.into_iter().collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    table
}

fn main() {}
