use std::collections::BTreeMap;

fn table(games: &str) -> Vec<(String, u32)> {
    let mut points: BTreeMap<String, u32> = BTreeMap::new();
    for line in games.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.len() < 4 {
            continue;
        }
        let (home, guest) = (words[0].to_string(), words[2].to_string());
        let (p, q) = match words[1].cmp(words[3]) {
            std::cmp::Ordering::Greater => (3, 0),
            std::cmp::Ordering::Equal => (1, 1),
            std::cmp::Ordering::Less => (0, 3),
        };
        *points.entry(home).or_insert(0) += p;
        *points.entry(guest).or_insert(0) += q;
    }
    let mut table: Vec<(String, u32)> = points.into_iter().collect();
    table.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    table
}

fn main() {}
