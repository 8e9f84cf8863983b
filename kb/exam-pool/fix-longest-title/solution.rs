fn longest<'a>(left: &'a [String], right: &'a [String]) -> Option<&'a str> {
    let mut best: Option<&str> = None;
    for title in left.iter().chain(right) {
        if best.is_none_or(|b| title.len() > b.len()) {
            best = Some(title);
        }
    }
    best
}

fn main() {
    let left = ["Dune"].map(String::from);
    let right = ["Emma", "Middlemarch"].map(String::from);
    println!("{:?}", longest(&left, &right));
}
