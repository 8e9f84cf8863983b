use std::collections::HashMap;

fn best(scores: &HashMap<String>) -> Option<(String, u32)> {
    scores
        .iter()
        .max_by_key(|(_, points)| **points)
        .map(|(name, points)| (name.clone(), *points))
}

fn main() {
    let mut scores = HashMap::new();
    scores.insert("Ada".to_string(), 17);
    scores.insert("Bo".to_string(), 23);
    scores.insert("Cy".to_string(), 9);
    if let Some((name, points)) = best(&scores) {
        println!("{name} wins with {points}");
    }
}
