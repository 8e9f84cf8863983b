use std::collections::HashMap;

fn tally(ballots: &[&str]) -> HashMap<String, u32> {
    let mut votes: HashMap<String, u32> = HashMap::new();
    for ballot in ballots {
        let count = votes.entry(ballot.to_string()).or_insert(0);
        count += 1;
    }
    votes
}

fn main() {
    let votes = tally(&["pizza", "curry", "pizza"]);
    println!("{:?}", votes.get("pizza"));
}
